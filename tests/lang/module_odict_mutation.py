import sys
from collections import OrderedDict


def loop(change, view=lambda d: d):
    d = OrderedDict((i, str(i)) for i in range(4))
    seen = []
    try:
        for x in view(d):
            seen.append(x)
            change(d)
            if len(seen) > 8:
                break
    except Exception as e:
        print(seen, type(e).__name__, e)
    else:
        print(seen, d)


for view in lambda d: d, lambda d: d.items(), lambda d: d.values(), reversed:
    loop(lambda d: d.__setitem__(10, 1), view)
    loop(lambda d: d.pop(0, None), view)
    loop(lambda d: d.popitem(), view)
    loop(lambda d: d.move_to_end(0), view)
    loop(lambda d: d.move_to_end(3), view)
    loop(lambda d: d.__setitem__(1, "x"), view)
    loop(lambda d: d.clear(), view)
    loop(lambda d: d.update({1: 2}), view)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return hash(self.n)

    def __eq__(self, other):
        print("equal", self.n, getattr(other, "n", other))
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"

    def __del__(self):
        print("gone", self.n)


d = OrderedDict()
print("set")
d[Key(1)] = "one"
d[Key(2)] = "two"
print("replace")
d[Key(1)] = "uno"
print("get")
print(d[Key(2)])
print("move")
d.move_to_end(Key(1))
print("pop")
print(d.pop(Key(2)))
print("shown")
print(d)
print("delete")
del d[Key(1)]
print("end", d)

x = Key(5)
before = sys.getrefcount(x)
d[x] = x
print(sys.getrefcount(x) - before)
for k in d:
    print(sys.getrefcount(x) - before)
items = list(d.items())
print(sys.getrefcount(x) - before)
del items, k
d.clear()
print(sys.getrefcount(x) - before)
ids = set()
for pair in OrderedDict.fromkeys("abcdef", 1).items():
    ids.add(id(pair))
    del pair
print(len(ids))
