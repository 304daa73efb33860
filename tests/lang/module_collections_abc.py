from collections.abc import *
import collections.abc
def g(): yield
async def ag(): yield
things = [[], (), "", b"", {}, set(), frozenset(), range(3), iter([]), g(), {}.keys(), {}.items(), {}.values(), 3, None, len, zip(), enumerate([]), ag(), object(), int, map(len, [])]
for abc in (Hashable, Iterable, Iterator, Reversible, Generator, Sized, Container, Callable, Collection, Set, MutableSet, Mapping,
            MutableMapping, MappingView, KeysView, ItemsView, ValuesView, Sequence, MutableSequence, AsyncIterable, AsyncGenerator, Awaitable):
    print(abc, "".join("x" if isinstance(t, abc) else "." for t in things), sorted(abc.__abstractmethods__))
class Deck(Sequence):
    def __init__(self, cards):
        self.cards = cards
    def __len__(self):
        return len(self.cards)
    def __getitem__(self, i):
        return self.cards[i]
d = Deck([3, 1, 2, 1])
print(list(d), 2 in d, 9 in d, d.index(1), d.count(1), list(reversed(d)), d[1:3], isinstance(d, Reversible))
try:
    d.index(7)
except ValueError as e:
    print(repr(e))
try:
    class Bad(Sequence):
        def __len__(self): return 0
    Bad()
except TypeError as e:
    print(e)
class L(MutableSequence):
    def __init__(self, *a): self.l = list(a)
    def __len__(self): return len(self.l)
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def insert(self, i, v): self.l.insert(i, v)
l = L(1, 2)
l.append(3); l.extend([4, 5]); l += [6]; l.reverse(); l.remove(4)
print(l.l, l.pop(), l.pop(0), l.l)
l.clear()
print(l.l, len(l))
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return "M(%r)" % self.d
m = M()
m["A"] = 1
m.update({"B": 2}, c=3)
print(m["a"], "b" in m, m.get("zz", 0), list(m.items()), list(m.values()), m.keys(), m.pop("C"), m.setdefault("D", 4), m == {"a": 1, "b": 2, "d": 4}, m)
print(m.popitem(), ("b", 2) in m.items(), 4 in m.values(), m.keys() & {"b"}, m.keys() | {"x"} == {"b", "d", "x"})
class S(MutableSet):
    def __init__(self, it=()): self.l = []; [self.add(x) for x in it]
    def __contains__(self, x): return x in self.l
    def __iter__(self): return iter(self.l)
    def __len__(self): return len(self.l)
    def add(self, x):
        if x not in self.l: self.l.append(x)
    def discard(self, x):
        if x in self.l: self.l.remove(x)
s = S([1, 2, 3, 2])
print(list(s), list(s & {2, 3, 4}), list(s | [9]), list(s - {1}), list(s ^ {3, 4}), s <= {1, 2, 3, 4}, s == {1, 2, 3}, s.isdisjoint([7]), s > {1})
s |= {5}; s -= {1}; s.remove(2)
print(list(s), s.pop(), list(s))
print(Callable[[int, str], bool], Callable[..., int], Callable[[], None].__args__, Iterable[int], Mapping[str, list[int]], Sequence[int] | None)
print(isinstance(d, collections.abc.Sequence), issubclass(list, Sequence), issubclass(dict, Sequence))
def kind(x):
    match x:
        case [a, *rest]:
            return "seq", a, rest
        case {"a": a}:
            return "map", a
    return "neither"
print(kind(Deck([1, 2])), kind(m), kind(M()), kind(S([1])))
class Unhashable:
    __hash__ = None
class NotIter:
    __iter__ = None
print(isinstance(Unhashable(), Hashable), isinstance(NotIter(), Iterable))
