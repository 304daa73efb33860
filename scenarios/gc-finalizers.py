"""Finalizers

An object with __del__ gets a last word before it goes. When it dies by its count
that is at once; in a cycle it is when the collector finds it.

A finalizer may even bring its object back. Then it lives, but __del__ has been
called for good.
"""
# pyviz: view gc
import gc
gc.disable()
rescued = []

class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("goodbye", self.name)

# %% By the count
x = Loud("x")
# The last reference goes, and __del__ runs in the middle of this statement.
del x

# %% In a cycle
y = Loud("y")
y.me = y
# The name goes, the cycle stays, and nothing is said.
del y
# The collector calls the finalizer while the whole of the garbage is still intact.
gc.collect()

# %% Back from the dead
class Phoenix:
    def __del__(self):
        rescued.append(self)

bird = Phoenix()
bird.me = bird
del bird
# The finalizer has put the object into a list: it is reachable again, and kept.
gc.collect()
print(len(rescued))
# The second time it goes without being asked: __del__ runs once only.
rescued.clear()
gc.collect()
print(len(rescued))
