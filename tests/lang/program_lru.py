# A teaching program: lru.
class Node:
    __slots__ = "key", "value", "prev", "next"

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = self


class LRUCache:
    """A dict and a ring of nodes, the newest at root.prev."""

    def __init__(self, capacity):
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.map = {}
        self.root = Node()
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _push(self, node):
        last = self.root.prev
        last.next = node
        node.prev, node.next = last, self.root
        self.root.prev = node

    def get(self, key, default=None):
        node = self.map.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def put(self, key, value):
        node = self.map.get(key)
        if node:
            node.value = value
            self._unlink(node)
        else:
            if len(self.map) >= self.capacity:
                oldest = self.root.next
                self._unlink(oldest)
                del self.map[oldest.key]
            node = self.map[key] = Node(key, value)
        self._push(node)

    def __iter__(self):
        node = self.root.next
        while node is not self.root:
            yield node.key
            node = node.next

    def __len__(self):
        return len(self.map)

    __getitem__ = get
    __setitem__ = put

    def __repr__(self):
        return "LRUCache({})".format(", ".join(f"{k}={self.map[k].value}" for k in self))


def memoize(capacity=3):
    def decorate(f):
        cache = LRUCache(capacity)
        missing = object()

        def wrapper(*args):
            value = cache.get(args, missing)
            if value is missing:
                value = f(*args)
                cache.put(args, value)
            return value

        wrapper.cache = cache
        wrapper.__wrapped__ = f
        wrapper.__name__ = f.__name__
        return wrapper

    return decorate


c = LRUCache(3)
for word in "a b c a d e a f".split():
    if c.get(word) is None:
        c.put(word, ord(word))
    print(word, c, len(c))
print(c.hits, c.misses, c["a"], c["zz"], list(c))
c["a"] = 1
print(c)


@memoize(capacity=10)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print([fib(n) for n in range(20)], fib(80), fib.cache.hits, fib.cache.misses, fib.__name__)
print(fib.cache)
try:
    LRUCache(0)
except ValueError as e:
    print(repr(e))
try:
    fib([])
except TypeError as e:
    print(e)
print(vars(c).keys())
