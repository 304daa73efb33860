class C:
    pass
try:
    C.__abstractmethods__
except AttributeError as e:
    print(e)
C.__abstractmethods__ = frozenset(["b", "a"])
try:
    C()
except TypeError as e:
    print(e)
C.__abstractmethods__ = {"only"}
try:
    C()
except TypeError as e:
    print(e)
class D(C):
    pass
print(type(D()).__name__)
C.__abstractmethods__ = ()
print(type(C()).__name__)
