"""Sizes of instances of classes with empty __slots__, and whether they are watched."""
import sys
class A:
    __slots__ = ()
class M(type): pass
class B(metaclass=M):
    __slots__ = ()
class C(metaclass=M):
    __slots__ = ()
    def __getattribute__(self, n): return super().__getattribute__(n)
class D:
    __slots__ = ()
    def __getattribute__(self, n): return object.__getattribute__(self, n)
class E:
    __slots__ = ()
    def __sizeof__(self): return 5
class F:
    __slots__ = ()
    def __getattr__(self, n):
        raise AttributeError(n)
class G:
    __slots__ = ()
    def __len__(self): return 2
class H:
    __slots__ = ("a",)
class I(H):
    __slots__ = ()
for c in (A, B, C, D, E, F, G, H, I): print(c.__name__, sys.getsizeof(c()), c.__basicsize__)
import gc
for b, v in ((int, 5), (str, "abc"), (float, 1.5), (tuple, (1, 2)), (bytes, b"ab"), (list, [1]), (dict, {1: 2}), (set, {1}), (frozenset, {1}), (complex, 1j), (Exception, 1), (bytearray, b"a")):
    S = type("S" + b.__name__, (b,), {"__slots__": ()})
    N = type("N" + b.__name__, (b,), {})
    s, n = S(v), N(v)
    print(b.__name__, sys.getsizeof(s), sys.getsizeof(n), gc.is_tracked(s), gc.is_tracked(n), S.__basicsize__, N.__basicsize__)
a = A()
print(gc.is_tracked(a), a in gc.get_objects())
