# An LRU cache three ways: by hand with a ring of nodes, over an OrderedDict, and functools.lru_cache.
from collections import OrderedDict
from functools import lru_cache
import sys


class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self

    def unlink(self):
        self.before.after, self.after.before = self.after, self.before
        self.before = self.after = self

    def insert_before(self, other):
        self.before, self.after = other.before, other
        other.before.after = self
        other.before = self


class RingCache:
    """A dict finds the node; the ring knows which was used last."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.root = Node()
        self.hits = self.misses = self.evictions = 0

    def get(self, key, default=None):
        node = self.nodes.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        node.unlink()
        node.insert_before(self.root)
        return node.value

    def put(self, key, value):
        node = self.nodes.get(key)
        if node is not None:
            node.value = value
            node.unlink()
        else:
            if len(self.nodes) == self.capacity:
                oldest = self.root.after
                oldest.unlink()
                del self.nodes[oldest.key]
                self.evictions += 1
            node = self.nodes[key] = Node(key, value)
        node.insert_before(self.root)

    def __iter__(self):
        node = self.root.after
        while node is not self.root:
            yield node.key, node.value
            node = node.after

    def __len__(self):
        return len(self.nodes)

    def __repr__(self):
        return f"RingCache({', '.join(f'{k!r}={v!r}' for k, v in self)})"


class OrderedCache(OrderedDict):
    """The OrderedDict's own list of nodes does the work."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.hits = self.misses = self.evictions = 0

    def get(self, key, default=None):
        if key not in self:
            self.misses += 1
            return default
        self.hits += 1
        self.move_to_end(key)
        return self[key]

    def put(self, key, value):
        if key in self:
            self.move_to_end(key)
        elif len(self) == self.capacity:
            self.popitem(last=False)
            self.evictions += 1
        self[key] = value


def pseudo_random(seed, n, limit):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2**31
        yield seed // 65536 % limit


def exercise(cache, accesses):
    for key in accesses:
        if cache.get(key) is None:
            cache.put(key, key * key)
    return cache.hits, cache.misses, cache.evictions


accesses = list(pseudo_random(7, 400, 12))
ring, ordered = RingCache(5), OrderedCache(5)
print("ring   ", exercise(ring, accesses))
print("ordered", exercise(ordered, accesses))
print("same   ", list(ring) == list(ordered.items()), ring, dict(ordered))


@lru_cache(maxsize=5)
def square(n):
    return n * n


for key in accesses:
    square(key)
info = square.cache_info()
print("builtin", (info.hits, info.misses, info.misses - info.currsize), info)
print("agree  ", ring.hits == ordered.hits == info.hits)

# what the objects weigh
print(sys.getsizeof(ordered), sys.getsizeof(ring.nodes), sys.getsizeof(ring.root), sys.getsizeof(square))


@lru_cache(maxsize=None)
def paths(rows, columns):
    """Ways through a grid, right and down."""
    if rows == 0 or columns == 0:
        return 1
    return paths(rows - 1, columns) + paths(rows, columns - 1)


print(paths(10, 10), paths.cache_info())


@lru_cache(maxsize=8)
def edit_distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return edit_distance(a[1:], b[1:])
    return 1 + min(edit_distance(a[1:], b), edit_distance(a, b[1:]), edit_distance(a[1:], b[1:]))


print(edit_distance("kitten", "sitting"), edit_distance.cache_info())


class Service:
    calls = 0

    @lru_cache(maxsize=2)
    def fetch(self, name, *, upper=False):
        Service.calls += 1
        return name.upper() if upper else name


service = Service()
results = [service.fetch("a"), service.fetch("b"), service.fetch("a"), service.fetch("a", upper=True), service.fetch("b")]
print(results, Service.calls, Service.fetch.cache_info())
Service.fetch.cache_clear()
print(Service.fetch.cache_info(), service.fetch.__wrapped__(service, "direct"))
try:
    service.fetch(["unhashable"])
except TypeError as e:
    print(e)
