"""Dicts that share their keys

Objects of one class have mostly the same attributes. So their dicts share one
table of keys, kept with the class, and each object stores its values only.

Reading obj.__dict__ makes a dict that can be looked at.
"""
# pyviz: view instance
# %% Two points
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

p = Point(1, 2)
q = Point(3, 4)
# The attributes are there, by name.
print(p.x, q.y)

# %% One more
# An attribute that only q has.
q.colour = "red"
print(q.__dict__)
# p has none of it.
print(p.__dict__)

# %% Deleting
del q.x
print(hasattr(q, "x"), hasattr(p, "x"))

# %% Without a dict
# With __slots__ there is no dict at all: the names are fixed by the class.
class Slim:
    __slots__ = ("x", "y")

s = Slim()
s.x = 1
print(hasattr(s, "__dict__"))
try:
    s.z = 3
except AttributeError:
    print("no room for z")
