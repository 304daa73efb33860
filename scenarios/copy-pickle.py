"""A deep copy, and a pickle

Both take an object apart and build another one like it. deepcopy goes from object
to object, in memory. pickle writes bytes, which can be kept or sent, and builds
from these: the second program need not even run on the same machine.

Both remember what they have met. It is often said that they break up what is
shared. They keep it, inside of what is copied in one go.
"""
# pyviz: view copy
import contextlib
import copy
import pickle

# %% What is shared stays shared
part = [1]
a = {"x": part, "y": part}
b = copy.deepcopy(a)
print(b["x"] is b["y"], b["x"] is part)
# The bytes say "the one from before" where the list comes again.
data = pickle.dumps(a)
b = pickle.loads(data)
print(type(data).__name__, b["x"] is b["y"], b["x"] is part)

# %% But only within one call
# Two calls know nothing of each other: two lists.
b = [copy.deepcopy(part), copy.deepcopy(part)]
print(b[0] is b[1])

# %% The same recipe
class Point:
    def __init__(self, x):
        self.x = x

a = Point([1])
# Both ask __reduce_ex__ how to make another Point: neither calls __init__ again.
b = copy.deepcopy(a)
b = pickle.loads(pickle.dumps(a))
print(b.x, b.x is a.x, type(b) is Point)

# %% What can be copied, and cannot be pickled
# A function is left alone by deepcopy: the same one will do.
a = [lambda: 1]
b = copy.deepcopy(a)
print(b[0] is a[0])
# pickle writes the name under which it can be found. This one has none: an error.
with contextlib.suppress(pickle.PicklingError, AttributeError):
    pickle.dumps(a)
    print("never printed")
