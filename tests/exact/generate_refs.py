#!/usr/bin/env python3
"""Random programs that print sys.getrefcount() of one object from everywhere a program can be: functions,
closures, generators, methods, comprehensions, class bodies, decorators, with, except, *args, **kwargs.

    generate_refs.py SEED [N]      prints the programs of N seeds from SEED on
"""

import random
import sys

BEGIN = """\
import sys
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
    parts += (text + "\n" for text in some(12, ("thing", "other")))
    parts.append("\n\ndef main(argument, *others):\n    mine = argument\n")
    parts += (indent(text) for text in some(12, ("argument", "mine", "thing"))
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
