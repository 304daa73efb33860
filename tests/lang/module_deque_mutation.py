import sys
from collections import deque


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def loop(change):
    d = deque(range(5))
    seen = []
    try:
        for x in d:
            seen.append(x)
            change(d)
    except RuntimeError as e:
        print(seen, e)
    else:
        print(seen, d)


loop(lambda d: d.append(1))
loop(lambda d: d.pop())
loop(lambda d: d.popleft())
loop(lambda d: d.rotate(1))
loop(lambda d: d.__setitem__(0, 9))
loop(lambda d: d.reverse())
loop(lambda d: d.clear())
loop(lambda d: d.extend([]))
loop(lambda d: d.insert(2, 1))
it = iter(deque([1, 2]))
print(next(it), it.__length_hint__(), next(it), next(it, "end"), it.__length_hint__())


class Evil:
    def __init__(self, d, act):
        self.d, self.act = d, act

    def __eq__(self, other):
        self.act(self.d)
        return False


for act in deque.clear, lambda d: d.append(1), lambda d: d.pop():
    for name in "remove", "index", "count", "__contains__":
        d = deque()
        d.extend([1, Evil(d, act), 2, 3])
        tried(getattr(d, name), 77)

# blocks of 64 pointers
d = deque()
sizes = []
for i in range(300):
    d.append(i)
    size = sys.getsizeof(d)
    if not sizes or sizes[-1][1] != size:
        sizes.append((i, size))
print(sizes)
sizes = []
while d:
    d.popleft()
    size = sys.getsizeof(d)
    if not sizes or sizes[-1][1] != size:
        sizes.append((len(d), size))
print(sizes)
for n in 0, 1, 62, 63, 64, 65, 127, 128, 129, 200:
    a, b = deque(range(n)), deque()
    b.extendleft(range(n))
    print(n, sys.getsizeof(a), sys.getsizeof(b), end=" ")
    a.rotate(n // 3)
    print(sys.getsizeof(a), sum(a) == sum(b), list(a)[:3], end=" ")
    a.rotate(-n // 2)
    print(sys.getsizeof(a), list(a)[:3])
d = deque(range(1000))
for n in -999, -500, -1, 0, 1, 63, 64, 65, 128, 499, 500, 501, 999, 12345:
    d.rotate(n)
    print(d[0], d[1], d[500], d[-1], end="; ")
print()
d = deque(range(150))
for i in range(0, 150, 7):
    del d[i % len(d)]
    d.insert(i // 2, -i)
print(list(d), sys.getsizeof(d))
print([d[i] for i in range(-3, 3)], d.index(-7), d.count(-7))
x = object()
before = sys.getrefcount(x)
d = deque([x] * 3)
d.append(x)
d.appendleft(x)
print(sys.getrefcount(x) - before)
d.pop()
d[0] = None
print(sys.getrefcount(x) - before)
d.clear()
print(sys.getrefcount(x) - before)


class Noisy:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("gone", self.n)


d = deque([Noisy(i) for i in range(3)], maxlen=3)
d.append(Noisy(3))
d.appendleft(Noisy(4))
print("delete")
del d[1]
print("clear")
d.clear()
d.extend([Noisy(5), Noisy(6)])
print("drop")
del d
