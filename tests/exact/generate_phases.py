"""Programs whose collector begins by itself, at every phase of what a statement makes.

A collection begins once the count of new containers passes a threshold: within a statement, between one allocation and
the next. So each statement has to make and let go as many as CPython does, in its order. A program is a loop over
statements of several kinds, behind so many lists that its first collection falls somewhere else with every seed.
`pyviz verify` compares where each collection begins, at which count, and what it finds.
"""

import random

# name: (what stands before the loop, what stands in it; i is the round)
PIECES = {
    "class": ("""
def make_class(i):
    class Made:
        tag = i
        def get(self):
            return __class__.tag
    return Made
""", """
    made = make_class(i)
    made.me = made()
"""),
    "class_keywords": ("""
class Base:
    def __init_subclass__(cls, **options):
        cls.options = options
""", """
    class Sub(Base, tag=i):
        __slots__ = ("a", "b")
        x = property(lambda self: 1)
    Sub.me = Sub()
"""),
    "metaclass": ("""
class Meta(type):
    def __new__(meta, name, bases, namespace, **options):
        return super().__new__(meta, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
class Metabase(metaclass=Meta):
    pass
""", """
    class Metasub(Metabase, tag=i):
        def method(self):
            return self
    Metasub.me = Metasub()
"""),
    "node": ("""
class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following
        self.me = self
""", """
    node = Node(i, [i])
    node.table = {"k": node, i: (i, node)}
"""),
    "closure": ("""
def make_closure(i):
    def inner(*a, **k):
        return inner, a, k
    inner.x = inner(i, k=[i])
    return inner
""", """
    closure = make_closure(i)
    numbers = (x for x in [closure])
    next(numbers)
"""),
    "exceptions": ("""
table = {-1: 0}
def fail(i):
    try:
        if i % 3:
            raise ValueError([i])
        table[i]
    except KeyError as e:
        second = e
        raise RuntimeError(str(i)) from e
""", """
    try:
        fail(i)
    except (ValueError, RuntimeError) as e:
        kept = e
        kept.me = e
"""),
    "generator": ("""
def outer(n):
    own = [n]
    own.append(own)
    try:
        yield from halves(own)
    finally:
        own.append(n)
def halves(own):
    for i in range(3):
        yield [i for i in range(2)], {i: own for i in own[:1] if type(i) is int}, {1, 2}
""", """
    it = outer(i)
    next(it)
    list(it) if i % 2 else it.close()
"""),
    "send": ("""
def averages():
    total, seen = 0, []
    while True:
        seen.append((yield seen))
        seen.append(seen)
""", """
    averaging = averages()
    next(averaging)
    averaging.send(i)
    averaging.send([averaging])
"""),
    "dicts": ("""
rows = {}
""", """
    row = dict(a=i, b=[i])
    row["self"] = row
    wide = {**row, "c": (row,)}
    rows[i % 20] = [wide, sorted(row.items(), key=lambda pair: pair[0]), list(zip([1], [row]))]
"""),
    "sets": ("", """
    some = set([i, (i,)])
    more = some | {i, str(i)}
    fixed = frozenset(more)
    cells = [some & more, fixed - some, {x: [x] for x in more}]
    cells.append(cells)
"""),
    "text": ("""
class Point:
    def __init__(self, x):
        self.x = x
        self.me = [self]
    def __repr__(self):
        return f"P({self.x!r})"
""", """
    point = Point([i])
    line = f"{point!r:>10} {i:04d}" + "%s %r" % (i, point) + "{} {a}".format(point, a=i)
"""),
    "methods": ("""
class A:
    def m(self, *a):
        return [self, a]
class C(A):
    @property
    def q(self):
        return super().m(1, 2)
    @classmethod
    def mk(cls, *a, **k):
        return cls()
    def __eq__(self, o):
        return NotImplemented
    def __getitem__(self, i):
        return [self][i]
""", """
    c = C.mk(i, k=i)
    c.l = c.q
    c == [c]
    c[0]
    c.b = c.m
"""),
    "with": ("""
class Manager:
    def __enter__(self):
        self.a = [self]
        return self
    def __exit__(self, *a):
        return True
""", """
    with Manager() as m, Manager() as n:
        m.other, n.other = n, m
        if i % 2:
            raise KeyError(i)
    first, *rest = [m, n, i]
"""),
    "match": ("", """
    match {"x": [[i], i], "y": i}:
        case {"x": [list(q), int(r)], "y": z}:
            matched = [q, r, z]
            matched.append(matched)
"""),
    "decorator": ("""
def traced(function):
    calls = []
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        calls.append((args, kwargs, result))
        return result
    wrapper.calls = calls
    return wrapper
""", """
    @traced
    def add(a, b=1, *, c=0):
        return a + b + c
    add(i)
    add(i, 2, c=3)
    add(*[i, i], **{"c": i})
"""),
    "coroutine": ("""
async def whole(n):
    own = [n]
    own.append(own)
    return own
""", """
    coroutine = whole(i)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        value = stop.value
"""),
    "functional": ("", """
    squares = list(map(lambda x: [x], filter(None, range(i % 5))))
    pairs = [(a, b) for a, b in zip(squares, squares)]
    squares.append(squares)
    total = sum(len(x) for x in pairs)
"""),
    "finally": ("""
def guarded(i):
    trail = [i]
    try:
        trail.append(trail)
        if i % 4 == 0:
            return trail
        if i % 4 == 1:
            raise IndexError(i)
    except IndexError:
        trail.append({})
    finally:
        trail.append([i])
    return trail
""", """
    guarded(i)
"""),
    "slices": ("", """
    cycle = [i, [i], (i,)]
    cycle[1:2] = [cycle, (cycle,)]
    part = cycle[::2]
    first, *middle = cycle
    cycle += [part]
    del cycle[0]
"""),
    "iterators": ("""
class Numbers:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __iter__(self):
        return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return [self.n]
""", """
    numbered = list(enumerate(Numbers(i % 4)))
    backwards = list(reversed(numbered))
    found = [x for x in Numbers(2)]
"""),
}


def program(seed):
    r = random.Random("phases %d" % seed)
    names = r.sample(sorted(PIECES), r.randint(1, 4))
    threshold = r.choice([60, 97, 150, 211, 300])
    lines = ["import gc", "gc.set_threshold(%d, %d, 10)" % (threshold, r.choice([3, 10])), "gc.collect()",
             "pad = [[] for _ in range(%d)]" % r.randint(0, 40)]
    lines += [PIECES[name][0].strip("\n") for name in names if PIECES[name][0]]
    lines.append("for i in range(%d):" % r.randint(30, 60))
    lines += [PIECES[name][1].strip("\n") for name in names]
    return "\n".join(lines) + "\n"
