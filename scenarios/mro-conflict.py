"""An order that cannot be

C3 promises two things: a class comes before its bases, and bases keep the order
in which they are written. Sometimes no order keeps both promises.

Then there is no class: the class statement raises TypeError.
"""
# pyviz: view mro
# %% Two classes that disagree
class X:
    pass

class Y:
    pass

# XY wants X before Y.
class XY(X, Y):
    pass

# YX wants Y before X.
class YX(Y, X):
    pass

# %% Nobody can please both
# X heads the first list and stands in the tail of the second; Y the other way
# round. Whichever is taken first, somebody's promise is broken.
try:
    class Z(XY, YX):
        pass
except TypeError as error:
    print(error)

# %% A base before its own derived class
# The same trouble in two lines: A before B as written, B before A as derived.
class A:
    pass

class B(A):
    pass

try:
    class Wrong(A, B):
        pass
except TypeError as error:
    print(error)
# The other way round there is nothing to quarrel about.
class Right(B, A):
    pass

print([c.__name__ for c in Right.__mro__])
