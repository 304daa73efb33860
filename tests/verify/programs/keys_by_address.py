# Keys that are hashed by their addresses: the order of slots is CPython's own, and not compared.
class C: pass
def f(): pass
a, b = C(), C()
d = {a: 1, b: 2, f: 3, C: 4, int: 5}
s = {a, b, f}
t = {(a, 1): 2}
n = {None: 1, "x": 2, 1: 3}
fs = {frozenset([a]), None}
seen = set()
seen.add(a)
del d[a]
