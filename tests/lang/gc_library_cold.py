# What the first call of a function of the library leaves to the collector's counts: containers that count while its
# value is there, and when that is gone.  Nothing has been called before, but what importing the modules calls.
import atexit
import collections
import copy
import dataclasses
import functools
import gc
import heapq
import weakref


class Node:
    pass


@functools.lru_cache(maxsize=None)
def remembered(a):
    return a


@functools.singledispatch
def kind(x):
    return "something"


@kind.register(int)
def _(x):
    return "int"


def nothing(*args):
    pass


def counts(function):
    gc.collect()
    before = count()[0]
    value = function()
    with_value = count()[0] - before
    del value
    return with_value, count()[0] - before, len(gc.get_objects(generation=0))


letters = collections.Counter("hello")
lists = collections.defaultdict(list)
node = Node()
count = gc.get_count
gc.disable()
gc.freeze()
print(counts(lambda: remembered(a=1)))
print(counts(lambda: remembered(a=2)))
print(counts(lambda: weakref.ref(int)))
print(counts(lambda: kind(1)))
print(counts(lambda: kind(1)))
print(counts(lambda: sorted([3, 1], key=lambda x: -x)))
print(counts(lambda: [3, 1].sort(reverse=True)))
print(counts(lambda: letters.most_common()))
print(counts(lambda: heapq.nlargest(2, [3, 1, 2])))
print(counts(lambda: copy.copy(lists)))
print(counts(lambda: collections.defaultdict(list, {1: 2})))
print(counts(lambda: collections.defaultdict(list, a=1)))
print(counts(lambda: atexit.register(nothing)))
print(counts(lambda: atexit.register(nothing, 1)))
print(counts(lambda: weakref.finalize(node, nothing, 1)))
print(dataclasses.is_dataclass(node))
