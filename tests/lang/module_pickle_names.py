# Classes and functions by name; what Python 2 called them.
import pickle
class A:
    class B:
        class C:
            class D: pass
            def f(self): pass
for p in range(5):
    print(p, pickle.dumps([A.B.C, A.B.C.D],p))
    print(p, pickle.dumps(A.B.C.f,p))
    print(p, pickle.dumps([A.B,A.B,A],p))

import collections.abc, functools, sys, collections, itertools
for o in (range(3), functools.reduce, sys.intern, zip, ValueError, KeyError(1), FileNotFoundError(2,"x"), ModuleNotFoundError, collections.OrderedDict, map, filter, str, int, bytes, chr, itertools.zip_longest, dict, collections.UserDict, collections.abc.Mapping, set, 2j, bytearray(b"q"), b"\xff\x00a", frozenset({3})):
    for p in range(6): print(p, pickle.dumps(o,p))
