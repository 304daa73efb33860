# References inside __exit__.
import sys
count = sys.getrefcount
class B:
    def __init__(s, t): s.t = t
    def __enter__(s): return s.t
    def __exit__(s, *info): print("exit", count(s), count(s.t)); return True
def fail(): raise ValueError
t = []
with B(t) as x: pass
with B(t) as x, B(x) as y: pass
with B(t) as x: fail()
def f(a):
    with B(a) as x: pass
    with B(a) as x, B(x) as y: pass
    with B(a) as x: fail()
    with B(a) as x: return 1
f(t)
