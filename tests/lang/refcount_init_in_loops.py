# The same in loops: since 3.13 a place that makes an instance for the second time is specialized.
import sys
count = sys.getrefcount
r = []
class A:
    def __init__(self, x): r.append(count(x))
class S:
    def __init__(self, *x): r.append(count(x[0]))
class K:
    def __call__(self, x): r.append(count(x))
class P:
    def __new__(cls, x): r.append(count(x)); return super().__new__(cls)
class Sl:
    __slots__ = ()
    def __init__(self, x): r.append(count(x))
class L(list):
    def __init__(self, x): r.append(count(x))
t = []
def go(f):
    r.clear()
    for i in range(8): f(t)
    print(*r)
def go2(f):
    r.clear()
    for i in range(8): f(x=t)
    print(*r)
def g1():
    r.clear()
    for i in range(8): A(t)
    print(*r)
def g2():
    r.clear()
    for i in range(8): S(t)
    print(*r)
def g3():
    r.clear()
    k = K()
    for i in range(8): k(t)
    print(*r)
def g4():
    r.clear()
    for i in range(8): P(t)
    print(*r)
def g5():
    r.clear()
    for i in range(8): Sl(t)
    print(*r)
def g6():
    r.clear()
    for i in range(8): L(t)
    print(*r)
for g in (g1,g2,g3,g4,g5,g6): g()
for g in (g1,g2,g3,g4,g5,g6): g()
go(A); go(A); go2(A)
r.clear()
for i in range(8): A(t)
print(r)
r.clear(); [A(t) for i in range(8)]; print(r)
