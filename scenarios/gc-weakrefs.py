"""Weak references

A weak reference leads to an object without holding it: the count does not rise.
When the object goes, the weak reference gives None from then on, and its callback
is called.

Not every object can be referred to weakly: int, str, tuple, list and dict cannot.
"""
# pyviz: view references
import weakref

class Node:
    pass

def gone(reference):
    print("gone")

# %% Looking without holding
node = Node()
# The weak reference adds nothing to the count.
ref = weakref.ref(node, gone)
# Calling it gives the object, as long as there is one.
print(ref() is node)

# %% The last holder goes
# The count falls to zero, and the object goes at once: no collector is needed.
# First its weak references are cleared, then their callbacks run.
del node
print(ref())

# %% A cache that lets go
cache = weakref.WeakValueDictionary()
kept = Node()
cache["kept"] = kept
# Nobody but the cache refers to this one: it is gone as soon as it is made.
cache["lost"] = Node()
print("kept" in cache, "lost" in cache)
print(len(cache))
# When the last name goes, the entry goes.
del kept
print(len(cache))
