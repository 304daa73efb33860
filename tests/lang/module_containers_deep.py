from functools import lru_cache, reduce, partial, cache, singledispatch
@lru_cache(None)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(300))
@cache
def down(n): return 0 if n == 0 else 1 + down(n-1)
for n in 200, 320, 450:
    try: print(down(n))
    except RecursionError as e: print("RecursionError", n)
f = lambda x: x
for i in range(200): f = partial(f)
print(f(5))
g = lambda x: x
for i in range(150):
    g = (lambda h: lambda x: h(x) + 1)(g)
print(g(1))
from collections import deque, OrderedDict, ChainMap
d = deque()
for i in range(3000): d = deque([d])
print(len(d))
del d
o = OrderedDict()
for i in range(3000): o = OrderedDict(a=o)
del o
from itertools import chain
c = iter([1])
for i in range(3000): c = chain(c)
try: print(list(c))
except RecursionError as e: print(e)
del c
print("fine")
