import sys
from collections import deque


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


d = deque()
print(d, len(d), bool(d), d.maxlen, sys.getsizeof(d))
d.append(1)
d.appendleft(0)
d.extend([2, 3])
d.extendleft([-1, -2])
print(d, d[0], d[-1], d[2], list(d), list(reversed(d)), 3 in d, 9 in d)
print(d.pop(), d.popleft(), d)
d.rotate(1)
print(d)
d.rotate(-2)
print(d)
d.rotate()
print(d)
d.rotate(100)
print(d)
d.reverse()
print(d, d.count(1), d.index(2), d.copy(), d.copy() == d, d.copy() is d)
d.insert(1, "x")
d.insert(-1, "y")
d.insert(100, "z")
d.insert(-100, "a")
print(d)
d.remove("x")
del d[0]
d[0] = "first"
del d[-1]
print(d)
tried(d.remove, "nothing")
tried(d.index, "nothing")
tried(d.index, "y", 0, 1)
tried(d.__getitem__, 10)
tried(lambda: d[10])
tried(lambda: d[-10])
tried(lambda: d["a"])
tried(lambda: d[0:1])
tried(d.__setitem__, 10, 1)
tried(d.__delitem__, 10)
tried(d.append)
tried(d.append, 1, 2)
tried(d.pop, 1)
tried(d.rotate, "a")
tried(d.rotate, 1, 2)
tried(d.insert, 1)
tried(d.extend, 5)
tried(d.extendleft, 5)
tried(d.append, x=1)
tried(deque().pop)
tried(deque().popleft)
tried(deque, 5)
tried(deque, [], -1)
tried(deque, [], "a")
tried(deque, [], 1.5)
tried(deque, [], 1, 2)
tried(deque, maxlen=3)
tried(deque, [1, 2, 3, 4], maxlen=2)
tried(deque, iterable="abc", maxlen=None)
tried(deque, x=1)
tried(hash, d)
tried(lambda: d.foo)
tried(lambda: setattr(d, "maxlen", 3))
tried(lambda: setattr(d, "foo", 3))
d.clear()
print(d, len(d))

m = deque("abc", 3)
m.append("d")
print(m)
m.appendleft("z")
print(m, m.maxlen)
m.extend("12345")
print(m)
m.extendleft("67")
print(m)
tried(m.insert, 1, "x")
m.pop()
m.insert(1, "x")
print(m, m + deque("q"), m * 2, m.copy())
m *= 0
print(m)
z = deque(maxlen=0)
z.append(1)
z.extend([1, 2])
print(z, len(z))
a = deque([1, 2])
print(a + deque([3]), a * 3, 2 * a, deque([5]) * 4, a * -1)
tried(lambda: a + [1])
tried(lambda: [1] + a)
tried(lambda: a * "x")
b = a
b += [3, 4]
print(a, a is b)
a += a
print(a)
a *= 2
print(a)
a.extendleft(a)
print(len(a), a)
nested = deque([1])
nested.append(nested)
print(nested)
print(deque([1, 2]) == deque([1, 2]), deque([1]) == [1], deque([1, 2]) < deque([1, 3]), deque([1]) < deque([1, 2]),
      deque([2]) > deque([1, 5]), deque() <= deque(), deque([1]) != deque([1]), deque([1, 2]) >= deque([1, 2]))
tried(lambda: deque([1]) < [1])
tried(lambda: deque([1]) < deque(["a"]))


class Special(deque):
    pass


s = Special("ab", 4)
print(s, s.copy(), type(s.copy()), s + deque("c"), type(s * 2))
s.attribute = 5
print(s.__dict__)
print(deque, type(d).__name__, deque.__module__, isinstance(d, deque), deque.append, type(iter(d)).__name__, type(reversed(d)).__name__)
print(deque.__hash__, iter(d).__length_hint__(), sys.getsizeof(iter(d)))
