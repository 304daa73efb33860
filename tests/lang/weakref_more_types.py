# What can be referred to weakly, and what cannot.
import array
import collections
import functools
import io
import itertools
import re
import types
import weakref

THINGS = [memoryview(b"a"), re.compile("a"), array.array("i"), collections.deque(), set(), frozenset([1]), len,
          lambda: 1, type, int, (i for i in ()), Exception(), {}.keys(), print.__call__, object.__init__, 3, "a",
          None, [], {}, (), object(), property(), range(3), slice(1), super, bytearray(), 1.5, iter([]),
          re.match("a", "a"), [].append, map(len, []), io.StringIO(), functools.partial(len),
          types.SimpleNamespace(), itertools.count(), collections.OrderedDict(), types.MappingProxyType({}),
          itertools.tee([])[0], list[int], int | str, NotImplemented, collections.defaultdict(int),
          functools.lru_cache(lambda: 1), types]
for thing in THINGS:
    try:
        r = weakref.ref(thing)
        print(type(thing).__name__, r() is thing, weakref.getweakrefcount(thing))
    except TypeError as e:
        print(e)

view = memoryview(b"abc")
r = weakref.ref(view, lambda r: print("the view is gone", r() is None))
del view
pattern = re.compile("b+c")
weakref.finalize(pattern, print, "the pattern is gone")
re.purge()
del pattern
