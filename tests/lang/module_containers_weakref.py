import weakref, functools, operator
from collections import *
from itertools import *
class D(deque): pass
class C(Counter): pass
class P(namedtuple("P", "x")): pass
for x in deque([1]), OrderedDict(a=1), functools.partial(print), functools.lru_cache(print), tee([1])[0], D(), C(), P(1), UserDict(), ChainMap(), UserList(), defaultdict(list), Counter(), namedtuple("Q", "x")(1), count(), chain(), operator.itemgetter(1), repeat(1), iter(deque()), OrderedDict().keys():
    try:
        r = weakref.ref(x, lambda r: print("died"))
        print(type(x).__name__, r() is x, weakref.getweakrefcount(x))
    except TypeError as e:
        print(e)
del x
d = deque([1]); p = weakref.proxy(d); p.append(2); print(d, len(p), p[0])
del d
try: len(p)
except ReferenceError as e: print(e)
s = weakref.WeakSet(); o = OrderedDict(); 
k = deque(); v = weakref.WeakValueDictionary(); v["a"] = k; print(len(v)); del k; print(len(v))
