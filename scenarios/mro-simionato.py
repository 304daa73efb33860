"""The classic hierarchies

The examples by which the C3 order was explained when Python adopted it. Older
orders walked the tree depth first, and could put a base before a class derived
from it, or change the order of two classes from one subclass to the next.
"""
# pyviz: view mro
# %% Six classes over one root
class F: pass
class E: pass
class D: pass

class C(D, F): pass
class B(D, E): pass

# Depth first would look into D before C, although C is derived from D. C3 does
# not: D waits until no tail holds it any more.
class A(B, C): pass

print([c.__name__ for c in A.__mro__])

# %% The bases the other way round
# B is now (E, D): one swap, and the order of the whole changes with it.
class B2(E, D): pass
class A2(B2, C): pass

print([c.__name__ for c in A2.__mro__])

# %% Nine lists deep
class P: pass
class Q: pass
class R: pass

class K1(P, Q): pass
class K2(R, Q): pass
class K3(R, P): pass

# Three bases with orders of their own. Each step takes the first head that
# nobody else still needs further behind.
class Z(K1, K2, K3): pass

print([c.__name__ for c in Z.__mro__])
