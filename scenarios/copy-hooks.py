"""Copying objects of your own

An object is asked how it wants to be copied. If its class says nothing, another one
is made without __init__, and gets the attributes of the first.

With __copy__ and __deepcopy__ a class decides for itself; with __getstate__ and
__setstate__ about what is handed over.
"""
# pyviz: view copy
import copy

# %% Without a hook
class Node:
    def __init__(self, parts):
        self.parts = parts

a = Node([1, 2])
# A new Node. Its attributes are the same objects: __init__ is not called.
b = copy.copy(a)
b.parts.append(3)
print(a.parts)
# The deep copy gets copies of the attributes: the __dict__ is copied like any other.
b = copy.deepcopy(a)
print(b.parts is a.parts)

# %% __copy__
class Careful(Node):
    def __copy__(self):
        # This class copies its list, too.
        return Careful(list(self.parts))

a = Careful([1, 2])
b = copy.copy(a)
b.parts.append(3)
print(a.parts)

# %% __deepcopy__
class Single:
    def __deepcopy__(self, memo):
        # There is only one of these, however deep it is copied.
        return self

a = Single()
b = copy.deepcopy(a)
print(a is b)

# %% Handing the memo on
class Link:
    other = None

    def __deepcopy__(self, memo):
        # Who copies parts by itself hands the memo on: only so a cycle can end.
        made = memo[id(self)] = Link()
        made.other = copy.deepcopy(self.other, memo)
        return made

a = Link()
a.other = Link()
a.other.other = a
b = copy.deepcopy(a)
print(b.other.other is b)

# %% The state
class Counter:
    def __init__(self):
        self.count = 1
        self.watchers = ["someone"]

    def __getstate__(self):
        # What is handed over: the count, and none of those who watch.
        return {"count": self.count}

    def __setstate__(self, state):
        self.__dict__.update(state, watchers=[])

a = Counter()
b = copy.copy(a)
print(b.count, b.watchers)
