# An exception that a context manager made of a generator swallows: its traceback keeps the frames,
# and from 3.12 on theirs, alive until the collector comes.
import sys, gc
from contextlib import contextmanager
class A:
    def fail(self): raise KeyError("x")
a = A()
@contextmanager
def gen(*acc):
    try:
        yield
    except KeyError as e:
        pass
@contextmanager
def gen2(*acc):
    try:
        yield
    finally:
        pass
for i in range(5):
    with gen(a):
        a.fail()
    print(sys.getrefcount(a), end=" ")
print()
for i in range(5):
    with gen(a):
        raise KeyError
    print(sys.getrefcount(a), end=" ")
print()
a=A()
class CM:
    def __enter__(self): pass
    def __exit__(self,*x): return True
for i in range(5):
    with CM():
        a.fail()
    print(sys.getrefcount(a), end=" ")
print()
def g():
    try:
        yield
    except KeyError: pass
class CM2:
    def __init__(self): self.gen=g()
    def __enter__(self): next(self.gen)
    def __exit__(self,t,v,tb):
        try: self.gen.throw(v)
        except StopIteration as exc:
            return True
a=A()
for i in range(5):
    with CM2():
        a.fail()
    print(sys.getrefcount(a), end=" ")
print()
def f():
    a=A()
    for i in range(5):
        with gen(a):
            a.fail()
        print(sys.getrefcount(a), end=" ")
f()
gc.collect()
print(sys.getrefcount(a))
