"""Merging a diamond

Where does Python look for a method when a class has two bases? In one fixed
order, worked out when the class is made: the method resolution order.

The orders of the bases are merged. The rule is called C3: take the first head
that stands in no other list's tail.
"""
# pyviz: view mro
# %% One base: nothing to merge
# With one base the order is the class itself, then the order of its base.
class A:
    def who(self):
        return "A"

class B(A):
    pass

class C(A):
    def who(self):
        return "C"

# %% Two bases: the diamond
# Three lists are merged: the order of B, the order of C, and the bases as they
# are written. A must wait until nobody needs it behind something else.
class D(B, C):
    pass

print([c.__name__ for c in D.__mro__])

# %% The other way round
# The bases change places, and so do B and C. A still waits for both.
class E(C, B):
    pass

print([c.__name__ for c in E.__mro__])

# %% The order is what is walked
d = D()
# D and B have no who(). The next in the order is C, not A, though B derives from
# A: the order is walked, not the tree of bases.
print(d.who())
# An attribute of the object itself needs no class at all.
d.name = "dee"
print(d.name)
# What nobody has is sought along the whole order before it is an error.
print(hasattr(d, "colour"))
