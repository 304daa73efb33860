"""Memo"""
from functools import cache, wraps, lru_cache
import time
# a teacher's memo decorator
def memo(f):
    known = {}
    @wraps(f)
    def wrapper(*args):
        try:
            return known[args]
        except KeyError:
            result = known[args] = f(*args)
            return result
    wrapper.known = known
    return wrapper
@memo
def fib(n):
    return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(30), len(fib.known), fib.__name__)
@cache
def fact(n): return n * fact(n-1) if n else 1
print(fact(10), fact.cache_info(), repr(fact)[:40])
try:
    @lru_cache(maxsize=1)
    def deep(n): return deep(n+1)
    deep(0)
except RecursionError as e:
    print(type(e).__name__)
import functools
print(functools.reduce.__name__, functools.cmp_to_key.__module__, functools.__name__)
print(sorted(n for n in functools.__all__))
import collections, itertools, operator
print(sorted(n for n in dir(collections) if n[0] != '_' and n != 'abc'))  # abc: if something imported it
print(sorted(n for n in dir(itertools) if n[0] != '_'))
print(len([n for n in dir(operator) if n[0] != '_']))
import collections.abc
print(collections.abc.Mapping, collections.OrderedDict.fromkeys.__self__)
print(issubclass(collections.Counter, collections.abc.MutableMapping), isinstance([], collections.abc.Sequence), isinstance(iter([]), collections.abc.Iterator), isinstance({}.keys(), collections.abc.Set), isinstance(len, collections.abc.Callable), isinstance(5, collections.abc.Hashable), isinstance([], collections.abc.Hashable), isinstance((x for x in []), collections.abc.Generator), isinstance('', collections.abc.Sized), isinstance(collections.deque(), collections.abc.MutableSequence), isinstance(range(3), collections.abc.Reversible))
class V(collections.abc.Sequence):
    def __getitem__(self, i): return [1,2,3][i]
    def __len__(self): return 3
v = V()
print(list(v), 2 in v, v.index(3), v.count(1), list(reversed(v)))
try: collections.abc.Sequence()
except TypeError as e: print(e)
class Half(collections.abc.MutableMapping):
    def __getitem__(self, k): raise KeyError(k)
try: Half()
except TypeError as e: print(e)
match v:
    case [a, b, c]: print("seq", a, b, c)
match collections.ChainMap({"k": 1}):
    case {"k": q}: print("map", q)
match collections.UserList([1]):
    case [z]: print("ul", z)
class S(collections.abc.Set):
    def __init__(s, it): s.d = list(dict.fromkeys(it))
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
    def __contains__(s, x): return x in s.d
    def __repr__(s): return f"S({s.d})"
print(S("abc") & S("bcd"), S("ab") | {"z"}, S("abc") - S("a"), S("ab") ^ S("bc"), S("a") <= S("ab"), S("ab") == {"a", "b"}, S("a").isdisjoint("b"), S("ab")._hash() == hash(frozenset("ab")))
