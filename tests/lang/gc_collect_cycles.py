# What gc.collect() finds: lists, dicts, functions, classes that refer to themselves.
import gc

gc.collect()
a = []
a.append(a)
del a
print(gc.collect())

d = {}
d["self"] = d
del d
print(gc.collect(0), gc.collect(1), gc.collect())

a, b, c = [], [], []
a.append(b)
b.append(c)
c.append(a)
del a, b
print(gc.collect(), len(c), len(c[0]), c[0][0][0] is c)
del c
print(gc.collect())

t = ([],)
t[0].append(t)
del t
print(gc.collect())


def f():
    def g():
        return g
    return None


f()
print(gc.collect())


class C:
    def method(self):
        pass


del C
print(gc.collect())


class S:
    __slots__ = ("x", "y")


del S
print(gc.collect())


class Parent:
    pass


class Child(Parent):
    attribute = []


del Parent
print(gc.collect())
del Child
print(gc.collect())
try:
    gc.collect(3)
except ValueError as e:
    print(e)
try:
    gc.collect(-1)
except ValueError as e:
    print(e)
try:
    gc.collect("x")
except TypeError as e:
    print(e)
print(gc.collect(generation=1))
print(gc.collect())
