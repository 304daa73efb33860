"""Copying objects of your own

copy.copy() makes a new object of the class and gives it the attributes of the old
one. With __copy__ and __deepcopy__ a class decides for itself.
"""
# pyviz: view copy
import copy

# %% Without hooks
class Node:
    def __init__(self, name, parts):
        self.name = name
        self.parts = parts

a = Node("a", [1, 2])
# A new Node. Its attributes are the same objects: __init__ is not called.
b = copy.copy(a)
b.parts.append(3)
print(a.parts)

# %% __copy__
class Careful(Node):
    def __copy__(self):
        # This class copies its list, too.
        return Careful(self.name, list(self.parts))

a = Careful("a", [1, 2])
b = copy.copy(a)
b.parts.append(3)
print(a.parts)

# %% __deepcopy__
class Single:
    def __deepcopy__(self, memo):
        # There is only one of these, however deep it is copied.
        return self

a = [Single(), ["list"]]
b = copy.deepcopy(a)
print(a[0] is b[0], a[1] is b[1])
