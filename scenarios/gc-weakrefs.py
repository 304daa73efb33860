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

def older(reference):
    print("older: gone")

def newer(reference):
    print("newer: gone")

# %% Looking without holding
node = Node()
# The weak reference adds nothing to the count.
ref = weakref.ref(node, older)
# Calling it gives the object, as long as there is one.
print(ref() is node)
# A second one, with a callback of its own.
late = weakref.ref(node, newer)

# %% The last holder goes
# The count falls to zero, and the object goes at once: no collector is needed. First
# its weak references are cleared, all of them. Then their callbacks run, the newest
# first.
del node
print(ref(), late())

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

# What is done with goes.
del ref, late, cache

# %% In a cycle
# Here no count falls to zero: it is the collector that must tell. It clears the weak
# references to all that it has found before any finalizer runs, so that nobody gets
# hold of an object that is half gone.
# pyviz: view gc
import gc

class Loud:
    def __del__(self):
        print("__del__: is it still to be had?", ref())

def told(reference):
    print("callback: it is", reference())

loop = Loud()
loop.me = loop
ref = weakref.ref(loop, told)
del loop
print(gc.collect())
