import sys
from collections import Counter


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


c = Counter("mississippi")
print(c, len(c), c["s"], c["zzz"], "zzz" in c, c.total())
print(c.most_common(), c.most_common(2), c.most_common(1), c.most_common(0), c.most_common(-1), c.most_common(100))
print(list(c.elements()), sorted(c.elements()), sorted(c), list(c.items()))
print(Counter(), Counter(a=3, b=1), Counter({"x": 2, "y": -1}), Counter([1, 1, 2]), Counter("ab", b=2, c=3), Counter(None))
c.update("sip")
print(c)
c.update({"z": 5, "m": 1}, q=2)
print(c)
c.subtract("ssz")
c.subtract({"q": 10}, m=1)
print(c, c.total())
c["new"] += 1
del c["q"]
del c["not there"]
print(c)
tried(c.pop, "nothing")
tried(c.__getitem__, [])
tried(Counter, 5)
tried(Counter, "a", "b")
tried(Counter.fromkeys, "abc")
tried(Counter([1, "a"]).most_common)
tried(lambda: Counter(a="x").total())
a, b = Counter(a=3, b=1, c=-2), Counter(a=1, b=2, d=4)
print(a + b, a - b, a | b, a & b, b - a, +a, -a, a == b, a != b, a <= b, a < b, a >= b, a > b)
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=1) == {"a": 1})
tried(lambda: a + {"a": 1})
tried(lambda: a <= 5)
print(a == 5, a != 5)
x = Counter(a=3, b=1)
y = x
x += Counter(a=1, c=2)
print(x, x is y)
x -= Counter(a=4)
print(x)
x |= Counter(b=7, z=0)
print(x)
x &= Counter(b=5)
print(x, x is y)
copied = x.copy()
print(copied, copied == x, copied is x, type(copied), dict(x), sys.getsizeof(Counter()), sys.getsizeof(Counter("abc")))
print(Counter({"b": 1, "a": 1, "c": 2}), Counter([(1, 2), (1, 2), (3,)]), Counter(x=1.5, y=2.5), repr(Counter({1: "a", 2: 3})))
words = "the quick brown fox jumps over the lazy dog the end".split()
for word, n in Counter(words).most_common(3):
    print(word, n)


class Words(Counter):
    def __missing__(self, key):
        return -1


w = Words("aab")
print(w, w["zz"], w + Counter("a"), w.copy(), type(w.copy()), Words.__mro__)
w["zz"] += 5
print(w)


class Keyed(dict):
    def __getitem__(self, key):
        return 7


print(Counter(Keyed(a=1)), Counter((i % 3 for i in range(10))), sum(Counter("abca").values()), max(Counter("abca"), key=Counter("abca").get))
print(Counter.__name__, Counter.__module__, isinstance(c, dict), Counter("ab").keys(), Counter("ab").get("x"), Counter("ab").setdefault("q", 3))
anagram = lambda p, q: Counter(p) == Counter(q)
print(anagram("listen", "silent"), anagram("abc", "abd"))
