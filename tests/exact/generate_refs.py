#!/usr/bin/env python3
"""Random programs that print sys.getrefcount() of one object from everywhere a program can be: functions,
closures, generators, methods, comprehensions, class bodies, decorators, with, except, match, super(), descriptors,
dunders of every kind, *args, **kwargs, and while functions of the library hold it.

    generate_refs.py SEED [N]      prints the programs of N seeds from SEED on
"""

import random
import sys

BEGIN = """\
import gc
import sys
gc.disable()
count = sys.getrefcount
NOTHING = object()


def show(label, *counts):
    print(label, *counts)


class Box:
    kept = None

    def __init__(self, thing=NOTHING, *more):
        self.thing = thing
        self.more = more

    def method(self, x):
        return count(x), count(self), count(self.thing)

    @classmethod
    def of_class(cls, x):
        return count(x)

    @staticmethod
    def plain(x):
        return count(x)

    @property
    def prop(self):
        return count(self), count(self.thing)

    def __enter__(self):
        return self.thing

    def __exit__(self, *info):
        show("exit", count(self), count(self.thing), info[0] is None)
        return True

    def __iter__(self):
        yield self.thing
        yield count(self.thing)

    def __getitem__(self, key):
        return count(self)

    def __call__(self, *args, **kwargs):
        return [count(a) for a in args] + [count(v) for v in kwargs.values()] + [count(kwargs)]

    def __add__(self, other):
        return count(self), count(other)

    def __eq__(self, other):
        return count(self) + count(other)

    def __contains__(self, x):
        show("in", count(x), count(self))
        return True


class Below(Box):
    def __init__(self, thing=NOTHING, *more):
        super().__init__(thing, *more)
        show("init", count(self), count(thing), count(more) if more else 0)

    def method(self, x):
        return super().method(x)


class Slotted:
    __slots__ = ("thing",)

    def __init__(self, thing):
        self.thing = thing


def one(x):
    return count(x)


def local(x):
    y = x
    z = [x, y]
    return count(x), count(z)


def many(*args, **kw):
    return count(args) if args else 0, count(kw), [count(a) for a in args], [count(v) for v in kw.values()]


def default(x, y=[], *, z=0):
    return count(x), count(y), count(z) if z else 0


def inner(x):
    def cell():
        return count(x)
    return cell() + count(x), cell


def gen(x):
    yield count(x)
    y = x
    yield count(y)
    try:
        yield x
    finally:
        show("gen ends", count(x))


def deep(x, n):
    if n == 0:
        return count(x)
    return deep(x, n - 1)


def decorate(f):
    def wrapper(*a, **k):
        show("wrapped", count(f), count(a))
        return f(*a, **k)
    return wrapper


@decorate
def decorated(x, y=NOTHING):
    return count(x), count(y)


def fail(x):
    raise ValueError(x)


def change(x):
    global thing
    thing = None
    return count(x)
"""

STATEMENTS = r"""show("name", count($t))
show("one", one($t))
show("one made", one($new))
show("local", local($t))
show("many", many($t, $t, k=$t))
show("star", many(*[$t, $t], **{"k": $t}))
show("star made", many(*($new, $t)))
show("default", default($t), default($t, $t), default($t, z=$t))
show("cell", inner($t)[0])
f = inner($t)[1]; show("closure", f(), count(f), count($t))
show("gen", [x if isinstance(x, int) else count(x) for x in gen($t)])
g = gen($t); show("started", next(g), count(g), count($t)); g.close(); show("closed", count($t), count(g))
g = gen($t); next(g); next(g); show("paused", count($t)); del g; show("dropped", count($t))
show("deep", deep($t, $n))
show("decorated", decorated($t), decorated($t, y=$t), count(decorated))
b = Box($t); show("box", count(b), count($t), b.method($t), b.prop, Box.of_class($t), b.plain($t))
b = Below($t, $t); show("below", count(b), count($t), b.method($t))
b = Below($new); show("made", count(b.thing), b.prop)
show("temporary", Box($t).method($t), Box($new).prop, Box($t).plain($new))
b = Box($t); m = b.method; show("bound", count(b), count(m), m($t)); del m
b = Box($t); show("call", b($t, $t, k=$t), b(*[$t]), b(**{"x": $t}), b[$t], b + $t)
b = Box($t); b.self = b; show("cycle", count(b), count($t)); b.self = None
b = Box($t); b.other = $t; d = b.__dict__; show("dict", count(d), count($t), count(b)); del b.other; show("gone", count($t)); del d
b = Box($t); vars(b)["thing"] = None; show("taken", count($t), b.thing)
b = Slotted($t); show("slot", count(b), count($t), count(b.thing)); del b.thing; show("empty", count($t))
a = b = c = $t; show("chain", count($t)); a, b = b, a; show("swap", count(a)); del a, b, c; show("deleted", count($t))
a = [$t] * $n; show("list", count($t), count(a)); a.pop(); show("pop", count($t)); a.clear(); show("clear", count($t))
a = ($t, $t); x, y = a; show("tuple", count($t), count(a), count(x)); del x, y, a
a = {"k": $t}; a[0] = $t; show("dict", count($t), count(a)); a.update(k=None); show("update", count($t)); del a[0]; show("del", count($t))
a = {"k": $t}; show("views", [count(v) for v in a.values()], [count(v) for k, v in a.items()])
show("listcomp", [count(x) for x in [$t, $t]], count($t))
show("nested", [[count(y) for y in [x]] for x in [$t]])
show("setcomp", {count(x) for x in [$t]}, {0: count(x) for x in ($t,)}, list(count(x) for x in [$t]))
show("lambda", (lambda x: count(x))($t), (lambda: count($t))(), (lambda x=$t: count(x))())
show("map", list(map(count, [$t, $t])), list(map(lambda x: count(x), [$t])), sorted([1, 2], key=lambda i: count($t)))
show("zip", [(count(x), count(y)) for x, y in zip([$t], [$t])], [count(x) for i, x in enumerate([$t])])
for x in [$t, $t]: show("for", count(x), count($t))\ndel x
for i, x in enumerate(($t,)): show("enumerate", count(x))\ndel x
while True:\n    x = $t\n    show("while", count(x))\n    break
with Box($t) as x:\n    show("with", count(x), count($t))
with Box($t) as x, Box(x) as y:\n    show("with two", count(x), count(y))
with Box($t) as x:\n    x = None\n    fail($t)
try:\n    fail($t)\nexcept ValueError as e:\n    show("except", count(e), count($t), count(e.args))\nshow("after", count($t))
try:\n    fail($t)\nexcept (KeyError, ValueError):\n    show("no name", count($t))\nfinally:\n    show("finally", count($t))
try:\n    try:\n        fail($t)\n    except ValueError as e:\n        raise KeyError($t) from e\nexcept KeyError as e:\n    show("chained", count(e), count(e.__cause__), count(e.__context__), count($t))
try:\n    fail($t)\nexcept ValueError as e:\n    kept = e\nshow("kept", count(kept), count($t), count(kept.__traceback__)); kept = None; show("let go", count($t))
class K:\n    held = $t\n    show("class body", count(held), count($t))\nshow("class", count($t), count(K.held)); del K.held; show("class later", count($t))
class K(Box):\n    def held(self, x=$t):\n        return count(x)\nshow("method default", K().held(), count($t), K([1]).method($t))
Box.kept = $t; show("class attribute", count($t), count(Box().kept)); Box.kept = None
def f(x=$t):\n    return count(x)\nshow("def", f(), f($t), count(f)); f.attribute = $t; show("attribute", count($t)); del f
def f():\n    x = $t\n    def g():\n        nonlocal x\n        y = x\n        x = None\n        return count(y)\n    return g() + (0 if x else 1)\nshow("nonlocal", f()); del f
def f():\n    global held\n    held = $t\n    return count(held)\nshow("global", f(), count($t)); del held, f
def f(n):\n    if n:\n        return f(n - 1)\n    return count(f)\nshow("recursive", f($n)); del f
show("f-string", f"{count($t)} {one($t)}", "%s" % one($t), str(one($t)))
show("ternary", count($t) if $t is not None else 0, $t is not None and count($t), (None or one)($t))
show("walrus", count(w := $t), count(w)); del w
show("unpack", [count(x) for x in [*[$t], *($t,)]], {**{"a": $t}}.__len__(), count($t))
show("star args", (lambda *a: (count(a), count(a[0])))($t, $t), (lambda **k: (count(k), count(k["z"])))(z=$t))
first, *rest = [$t, $t, $t]; show("starred", count(first), count(rest), len(rest)); del first, rest
show("isinstance", isinstance($t, list), hasattr($t, "x"), getattr($t, "nothing", None), count($t))
it = iter([$t, $t]); next(it); show("iterator", count($t), count(it)); del it
it = iter(Box($t)); show("generator method", count(next(it)), next(it)); del it
show("in", $t in Box($t), $t in [$t], [$t].index($t), [$t].count($t))
show("equal", Box($t) == Box($t), Box() == $t)
x = [Box($t) for _ in range($n)]; show("boxes", [count(b) for b in x], count($t)); del x
show("slice", count([$t][:]), [count(y) for y in [$t, $t][0:1]], count($t))
show("reversed", [count(y) for y in reversed([$t])], max([$t], key=one) is $t, count($t))
show("setdefault", count({}.setdefault("k", $t)), {"k": $t}.get("k") is $t, {"k": $t}.pop("k") is $t, count($t))
show("sum", sum([one($t) for _ in range(2)]), all([$t]), any([$t]), count($t))
x = y = Box(); x.next = y; del x; show("self", count(y)); y.next = None; show("free", count(y))
assert count($t) > 0, $t
if (n := count($t)) > 3:\n    show("if", n)\nelse:\n    show("else", n)
lambda: $t
[$t]; ($t,); {"k": $t}; show("thrown away", count($t))
x = $t,; show("comma", count($t), count(x)); del x
class K(Box):\n    def method(self, x):\n        return super().method(x), count(x), count(self)\nb = K($t); show("super", [b.method($t) for _ in range($n)], super(K, b).method($t), count(b)); del b
class K(Box):\n    @property\n    def prop(self):\n        return super().prop, count(self)\nb = K($t); show("super property", [b.prop for _ in range($n)], count(b)); del b
class K(Below):\n    def __init__(self, x):\n        super().__init__(x)\n        show("in init", count(self), count(x))\nb = [K($t) for _ in range($n)]; show("super init", count(b[0]), count($t)); del b
class Meta(type):\n    def __call__(cls, *args):\n        show("meta", count(cls) > 3, count(args), [count(a) for a in args])\n        return super().__call__(*args)\nclass K(Box, metaclass=Meta): pass\nb = K($t); show("made by meta", count(b), count($t)); del b
class K:\n    def __get__(self, o, of):\n        return count(o), count(self)\n    def __set__(self, o, value):\n        show("set", count(o), count(value))\nclass L: d = K()\nb = L(); b.d = $t; show("descriptor", b.d, count(b), count($t)); del b
class K:\n    def __getattr__(self, name):\n        return count(self), name\n    def __setattr__(self, name, value):\n        show("setattr", count(self), count(value))\nb = K(); b.x = $t; show("hooks", b.x, getattr(b, "y"), hasattr(b, "z"), count(b)); del b
class K:\n    def __getattribute__(self, name):\n        return count(self)\nb = K(); show("getattribute", b.x, b.y, getattr(b, "z"), count(b)); del b
class K:\n    def __setitem__(self, key, value):\n        show("setitem", count(self), count(key), count(value))\n    def __delitem__(self, key):\n        show("delitem", count(self), count(key))\n    def __getitem__(self, key):\n        return count(self), count(key)\nb = K(); b[$t] = $t; show(b[$t], b[1:2][0]); del b[$t]; del b
class K:\n    def __iadd__(self, other):\n        show("iadd", count(self), count(other))\n        return self\n    def __radd__(self, other):\n        return count(self), count(other)\nb = K(); b += $t; show("right", $t + b if not hasattr($t, "__add__") else 0, count(b)); del b
class K:\n    def __eq__(self, other):\n        show("eq", count(self), count(other))\n        return False\n    __hash__ = object.__hash__\nb = K(); show(b == $t, b in [$t], [b] == [$t], (b,) < ($t,) if b is $t else 0, count(b)); del b
class K:\n    def __lt__(self, other):\n        show("lt", count(self) < 12, count(other) < 12)\n        return True\nb = [K(), K(), K()]; b.sort(); show("sorted", count(b[0]), sorted(b)[0] in b, min(b) in b); del b
class K:\n    def __bool__(self):\n        return count(self) > 100\n    def __len__(self):\n        return count(self)\n    def __index__(self):\n        return count(self)\n    def __repr__(self):\n        return "K%d" % count(self)\n    def __format__(self, spec):\n        return "%d%s" % (count(self), spec)\nb = K(); show("dunders", not b, len(b), hex(b), repr(b), str(b), f"{b:x}", f"{b!r}", "%s %r" % (b, b), "{}".format(b), [b], bool(b)); del b
class K:\n    def __hash__(self):\n        show("hash", count(self))\n        return 1\n    def __eq__(self, other):\n        show("eq", count(self), count(other))\n        return True\nb = K(); d = {b: $t}; show("keys", d[K()], count(b), count($t)) if $t is None else show("key", K() in d, count(b), count($t)); d[K()] = None; s = {b, K()}; show("set", len(s), count(b)); del b, d, s
class K:\n    def __del__(self):\n        show("del", count(self), count(self.x))\nb = K(); b.x = $t; del b; show("after del", count($t))
class K:\n    __slots__ = "x", "y"\n    def __init__(self, x):\n        self.x = self.y = x\nb = K($t); show("slots", count(b.x), count($t), count(b)); b.y = None; show("one slot", count($t)); del b; show("no slot", count($t))
def f():\n    x = yield count($t)\n    while True:\n        x = yield count(x), count($t)\ng = f(); show("send", next(g), g.send($t), g.send([1]), count($t)); g.close(); show("closed", count($t)); del f, g
def f():\n    try:\n        yield $t\n    except ValueError as e:\n        yield count(e), count(e.args[0])\n    finally:\n        show("finally", count($t))\ng = f(); next(g); show("throw", g.throw(ValueError($t)), count($t)); del g; show("gone", count($t)); del f
def f(x):\n    yield count(x)\n    r = yield from gen(x)\n    return count(x)\nshow("delegate", [y if isinstance(y, int) else count(y) for y in f($t)], count($t)); del f
def f(x):\n    return x\n    yield\ng = f($t); show("never", count($t), list(g), count($t)); del f, g
g = (count(x) for x in [$t, $t] if count(x)); show("genexpr", count(g), next(g), count($t)); del g; show("dropped", count($t))
g = (x for x in [$t]); h = (y for y in g); show("genexprs", [count(z) for z in h], count($t)); del g, h
def f(x):\n    def g():\n        def h():\n            return count(x)\n        return h(), count(x)\n    return g(), count(x), count(g)\nshow("two deep", f($t), count($t)); del f
def f():\n    fs = [lambda: count(x) for x in [$t, $t]]\n    return [g() for g in fs], count($t)\nshow("late", f()); del f
def f(x):\n    def g():\n        return x\n    x = [x]\n    return count(g()), count(x), count(x[0])\nshow("rebound", f($t), count($t)); del f
def f(x):\n    del x\n    return count($t)\nshow("del argument", f($t), count($t)); del f
def f(*args):\n    a, *b = args\n    return count(args), count(a), count(b), [count(c) for c in args]\nshow("args", f($t, $t), f(*[$t, $t, []]), f(*($t, [])), count($t)); del f
def f(**kw):\n    a = kw\n    return count(a), count(kw["x"]), sorted(kw)\nshow("keywords", f(x=$t), f(**{"x": $t, "y": 1}), f(**dict(x=$t)), count($t)); del f
def f(a, /, b, *, c):\n    return count(a), count(b), count(c)\nshow("kinds", f($t, $t, c=$t), f($t, b=$t, c=$t), f(*[$t], **{"b": [], "c": $t}), count($t)); del f
def f(x):\n    try:\n        return count(x)\n    finally:\n        show("finally", count(x))\nshow("return", f($t), count($t)); del f
def f(x):\n    for y in [x, x]:\n        try:\n            if y is x: continue\n        finally:\n            show("continue", count(y))\n    return count(x)\nshow("loop", f($t), count($t)); del f
def f(x):\n    with Box(x) as y:\n        return count(x), count(y)\nshow("with return", f($t), count($t)); del f
def f(x):\n    try:\n        fail(x)\n    except ValueError as e:\n        return count(e), count(x), count(e.__traceback__), count(e.__traceback__.tb_next.tb_frame)\nshow("caught", f($t), count($t)); del f
def f(x):\n    try:\n        fail(x)\n    except ValueError:\n        try:\n            fail([x])\n        except ValueError as e:\n            return count(e.__context__), count(e), count(x)\nshow("twice", f($t), count($t)); del f
def f(x):\n    try:\n        x.nothing\n    except AttributeError as e:\n        return count(x), count(e), e.obj is x\nshow("no attribute", f($t), count($t)); del f
def f(x):\n    try:\n        {}[(x,)] if isinstance(x, tuple) else [][1]\n    except LookupError as e:\n        return count(x), count(e), count(e.args)\nshow("lookup", f($t), count($t)); del f
try:\n    raise ExceptionGroup("g", [ValueError($t), TypeError($t)])\nexcept* ValueError as e:\n    show("group", count(e.exceptions[0]), count($t))\nexcept* TypeError as e:\n    show("other", count(e.exceptions), count($t))\nshow("no group", count($t))
match [$t, 1]:\n    case [x, 1]:\n        show("match", count(x), count($t))\ndel x
match {"k": $t, "z": 1}:\n    case {"k": x, **rest}:\n        show("mapping", count(x), count(rest), count($t))\ndel x, rest
match Box($t):\n    case Box(thing=x):\n        show("class pattern", count(x), count($t))\ndel x
match $t:\n    case x if count(x):\n        show("guard", count(x))\ndel x
import functools; f = functools.partial(count, $t); show("partial", f(), count(f), count($t), functools.partial(many, $t, k=$t)($t)); del f
import functools; show("reduce", functools.reduce(lambda a, b: count(b), [$t, $t, $t]), functools.reduce(lambda a, b: count(a), [[$t], 0]), count($t))
import itertools; show("itertools", [count(x) for x in itertools.chain([$t], [$t])], [count(x) for x in itertools.repeat($t, 2)], [[count(y) for y in x] for x in itertools.product([$t], [$t])], count($t))
import itertools; a, b = itertools.tee([$t, $t]); next(a); show("tee", count($t), count(a), count(b)); del a, b; show("no tee", count($t))
import operator; show("operator", operator.itemgetter(0)([$t]) is $t, operator.attrgetter("thing")(Box($t)) is $t, operator.methodcaller("method", $t)(Box($t)), count($t))
import weakref; b = Box($t); r = weakref.ref(b); show("weak", count(b), count(r), r() is b, count(r()), weakref.getweakrefcount(b)); del b; show("dead", r(), count($t)); del r
import weakref; b = Box($t); r = weakref.ref(b, lambda r: show("callback", count(r), count($t))); del b; show("called", count($t)); del r
import collections; d = collections.deque([$t, $t], 3); d.rotate(1); show("deque", count($t), [count(x) for x in d], count(d)); d.clear(); show("cleared", count($t)); del d
import collections; d = collections.defaultdict(lambda: $t); show("default dict", count(d[1]), count(d[2]), count($t)); del d; show("gone", count($t))
import collections; P = collections.namedtuple("P", "x y"); p = P($t, $t); show("named", count(p.x), count(p), p.method if 0 else count(p._replace(x=1).y), count($t)); del p, P
import copy; a = [$t]; b = copy.copy(a); show("copy", count($t), count(a), count(b)); del a, b
import contextlib\n@contextlib.contextmanager\ndef f(x):\n    yield x\nwith f($t) as y:\n    show("manager", count(y), count($t))\nshow("left", count($t)); del f, y
import dataclasses\n@dataclasses.dataclass\nclass K:\n    x: object\n    y: object = None\nb = K($t); show("data", count(b.x), count(b), count($t)); b.y = $t; show("two", count($t)); del b; show("no data", count($t))
show("eval", eval("count(t)", {"count": count, "t": $t}), eval("[count(x) for x in [t]]", {"count": count, "t": $t}), count($t))
d = {"t": $t, "count": count}; exec("y = t; z = count(t)", d); show("exec", d["z"], count($t)); del d; show("done", count($t))
a = [1, 2, 3]; a[1:2] = [$t, $t]; show("slices", count($t), count(a)); del a[1:3]; show("deleted", count($t)); a += [$t]; a *= 2; show("more", count($t)); del a
a = [$t]; a.insert(0, $t); a.extend([$t]); a.extend(x for x in [$t]); a.append($t); show("lists", count($t)); a.remove($t); a.reverse(); b = a.copy(); show("again", count($t), a.pop() is $t); del a, b
a = {}; a.setdefault(1, []).append($t); a |= {2: $t}; b = a | {3: $t}; c = dict(a, k=$t); d = {**a, **b}; show("dicts", count($t), a.popitem()[1] is $t, count($t)); del a, b, c, d; show("no dicts", count($t))
a = dict.fromkeys("abc", $t); show("fromkeys", count($t), [count(v) for v in a.values()], [count(i) for i in a.items()]); del a
a, (b, c), *d = $t, ($t, [$t]), $t, $t; show("nested", count(a), count(b), count(c), count(d)); del a, b, c, d
(lambda *a: show("in lambda", count(a), *[count(x) for x in a]))($t, *[$t], *($t,))
show("conditional", count($t if $t else $t), count($t or $t), count($t and $t), [$t][0] is $t, ($t, 1)[0] is $t)
show("chained", 1 if None is not $t is not None else 0, count($t) < count([$t]) + 100 < 1000)
show("any", any(count(x) > 100 for x in [$t, $t]), [x for x in [count($t)] if x], {k: count(v) for k, v in {"a": $t}.items()}, min([[$t], [$t]], key=lambda x: count(x[0])) is None)
show("filter", [count(x) for x in filter(None, [[$t]])], [count(x) for x in filter(lambda x: count(x), [$t])], list(map(lambda x, y: (count(x), count(y)), [$t], [$t])))
it = iter(lambda: count($t), None); show("sentinel", next(it), count(it)); del it
type(Box)("T", (Box,), {"x": $t}); t = type("T", (), {"x": $t}); show("type()", count(t.x), count($t)); del t.x; show("no x", count($t)); del t
show("property object", property(lambda s: count(s)).fget($t), Box.prop.fget(Box($t)), Box.__dict__["plain"].__func__($t), Box.of_class.__func__(Box, $t))
b = Box($t); show("through class", Box.method(b, $t), type(b).method(b, $t), Box.__init__(b, $t), count(b), count($t)); del b
b = Box($t); setattr(b, "more", $t); show("setattr", count($t), count(getattr(b, "more")), vars(b) == b.__dict__, count(b.__dict__)); b.__dict__ = {}; show("no dict", count($t)); del b
b = Box($t); b.__dict__["x"] = $t; b.__dict__.update(y=$t); show("in dict", count($t), count(b.x)); b.__dict__.clear(); show("cleared", count($t)); del b
a = object.__new__(Box); a.thing = $t; b = a; a = None; show("new", count(b), count($t)); del a, b
global_name = $t; globals()["other_name"] = $t; show("globals", count($t)); del global_name, other_name; show("no globals", count($t))
"""


def statements():
    for line in STATEMENTS.splitlines():
        yield line.replace("\\n", "\n")


def indent(text):
    return "".join("    " + line + "\n" for line in text.splitlines())


def program(seed):
    chance = random.Random(seed)
    forms = list(statements())

    def some(n, names):
        for form in chance.sample(forms, n):
            text = form
            one = chance.choice(names)
            while "$t" in text:
                text = text.replace("$t", one, 1)
            while "$new" in text:
                text = text.replace("$new", chance.choice(("[]", "Box()", "object()", "{1: 2}", "[1, 2]")), 1)
            while "$n" in text:
                text = text.replace("$n", str(chance.randrange(1, 5)), 1)
            yield text

    parts = [BEGIN, "\n", "thing = %s\nother = %s\n" % (chance.choice(("[]", "Box()", "{}", "object()", "[1, [2]]")),
                                                      chance.choice(("[]", "Box(3)", "Slotted(1)", "set()")))]
    parts += (text + "\n" for text in some(18, ("thing", "other")))
    parts.append("\n\ndef main(argument, *others):\n    mine = argument\n")
    parts += (indent(text) for text in some(18, ("argument", "mine", "thing"))
              if "class K" not in text and "global" not in text and "nonlocal" not in text)
    parts.append('    show("others", count(others), [count(o) for o in others])\n    return argument\n\n\n')
    parts.append('show("main", count(main(thing, other, [])))\n')
    parts.append("show('end', count(thing), count(other))\n")
    parts.append("change(thing)\n")
    return "".join(parts)


if __name__ == "__main__":
    start = int(sys.argv[1])
    for seed in range(start, start + int(sys.argv[2]) if len(sys.argv) > 2 else start + 1):
        print("# seed %d" % seed)
        print(program(seed))
