#!/usr/bin/env python3
"""Random programs that copy random graphs of objects, with cycles, shared parts and hooks: what becomes of them, what
is shared with what, the memo's keys in their order, what it keeps alive, reference counts (also those that the hooks
see) and the collector's counts are printed.

    generate_copies.py SEED [N]      prints the programs of N seeds from SEED on
"""

import random
import sys

BEGIN = """\
import copy
import copyreg
import gc
import sys
import types

notes = []


def rc(o):
    # what the interpreter itself may hold is not counted
    return 0 if type(o) in (int, str, float, bytes, bool, type, type(None)) else sys.getrefcount(o)



def note(*numbers):
    # what a hook sees; printing would make objects of its own
    for number in numbers:
        notes.append(number)


class Plain:
    def __init__(self, part):
        self.part = part


class Slots:
    __slots__ = ("part", "_Slots__private")

    def __init__(self, part):
        self.part = part


class Mixed(Slots):
    def __init__(self, part):
        self.part = self.other = part


class OfList(list):
    pass


class OfDict(dict):
    pass


class OfTuple(tuple):
    pass


class OfInt(int):
    pass


class OfSet(set):
    pass


class Hooked:
    def __init__(self, part):
        self.part = part

    def __copy__(self):
        note(rc(self), rc(self.part))
        return Hooked(self.part)

    def __deepcopy__(self, memo):
        note(rc(self), rc(self.part), rc(memo), len(memo))
        made = Hooked.__new__(Hooked)
        memo[id(self)] = made
        made.part = copy.deepcopy(self.part, memo)
        note(rc(self), rc(made), rc(made.part), len(memo))
        return made


class Single:
    def __deepcopy__(self, memo):
        return self


class Reduced:
    def __init__(self, part=None):
        self.part = part

    def __reduce__(self):
        note(rc(self), rc(self.part))
        return Reduced, (self.part,), {"again": self.part}


class Stated:
    def __init__(self, part):
        self.part = part

    def __getstate__(self):
        return [self.part, 1]

    def __setstate__(self, state):
        note(rc(self), rc(state))
        self.part = state[0]


class Newed:
    def __new__(cls, part):
        self = object.__new__(cls)
        self.part = part
        return self

    def __getnewargs__(self):
        return (self.part,)


class Registered:
    def __init__(self, part):
        self.part = part


copyreg.pickle(Registered, lambda o: (Registered, ([o.part],)))


def parts(o):
    if type(o) in (list, tuple, OfList, OfTuple):
        found = list(o)
    elif isinstance(o, dict):
        found = [x for pair in o.items() for x in pair]
    elif isinstance(o, (set, frozenset)):
        found = sorted(o, key=repr)
    elif isinstance(o, types.MethodType):
        found = [o.__self__]
    else:
        found = []
    for name in ("part", "other", "again", "tag"):
        if not isinstance(o, type) and hasattr(o, name):
            found.append(getattr(o, name))
    return found


def shape(o, numbers):
    if type(o) in (int, str, float, bytes, type(None), bool):
        return repr(o)
    if id(o) in numbers:
        return "#%d" % numbers[id(o)]
    numbers[id(o)] = len(numbers)
    keep.append(o)
    if isinstance(o, (types.FunctionType, type)):
        return o.__name__
    head = "%s%d" % (type(o).__name__, numbers[id(o)])
    if isinstance(o, (int, bytearray)):
        head += repr(o)
    return head + "(" + " ".join([shape(x, numbers) for x in parts(o)]) + ")"


keep = []
pool = []
"""

LEAVES = ("0", "7", "1000", "'s'", "'long text'", "1.5", "b'b'", "None", "True", "Plain", "shape", "range(3)")
ONE = ("Plain", "Slots", "Mixed", "Hooked", "Reduced", "Stated", "Newed", "Registered")


def value(rng, n):
    """An expression: a leaf, or one of the n objects made so far."""
    return rng.choice(LEAVES) if n == 0 or rng.random() < 0.3 else "pool[%d]" % rng.randrange(n)


def made(rng, n):
    """An expression for one more object."""
    kind = rng.randrange(18)
    some = [value(rng, n) for _ in range(rng.randrange(4))]
    if kind < 4:
        return "[%s]" % ", ".join(some)
    if kind < 6:
        pairs = ["%s: %s" % (rng.choice(("1", "2", "'k'", "'key'", "(1, 2)", "shape")), x) for x in some]
        return "{%s}" % ", ".join(pairs)
    if kind < 9:
        return "(%s)" % "".join(x + ", " for x in some or ["1"]) # () is the interpreter's own
    if kind < 14:
        return "%s(%s)" % (rng.choice(ONE), value(rng, n))
    return rng.choice(("OfList([%s])" % ", ".join(some), "OfDict(k=%s)" % value(rng, n), "OfTuple([%s])" % ", ".join(some),
                       "OfInt(5)", "OfSet([1, 2])", "{1, 'x'}", "frozenset([(1, 2)])", "bytearray(b'xy')", "Single()",
                       "types.SimpleNamespace(part=%s)" % value(rng, n), "(%s,)" % value(rng, n),
                       "ValueError(%s)" % value(rng, n)))


def links(rng, n):
    """Statements that lead back, so that there are cycles."""
    for _ in range(rng.randrange(4)):
        i = rng.randrange(n)
        yield "if type(pool[%d]) in (list, OfList):\n    pool[%d].append(%s)" % (i, i, value(rng, n))
        i = rng.randrange(n)
        yield "if isinstance(pool[%d], (Plain, Slots, Hooked, Reduced, Stated)):\n    pool[%d].part = %s" % (
            i, i, value(rng, n))
        i = rng.randrange(n)
        yield "if isinstance(pool[%d], dict):\n    pool[%d]['back'] = %s" % (i, i, value(rng, n))
        i = rng.randrange(n)
        yield "if isinstance(pool[%d], (OfList, OfDict, OfSet)):\n    pool[%d].tag = %s" % (i, i, value(rng, n))


def copies(rng, n):
    """Copies of some, and what is to be seen afterwards."""
    for step in range(rng.randrange(2, 5)):
        what = rng.choice(["pool[%d]" % rng.randrange(n)] * 3 + ["[pool[%d], pool[%d]]" % (rng.randrange(n), rng.randrange(n)),
                                                                "pool[%d:]" % rng.randrange(n), "tuple(pool[-2:])"])
        yield "\nprint('--- %d')" % step
        yield "x = %s" % what
        how = rng.randrange(4)
        yield "gc.collect()"
        yield "try:"
        if how == 0:
            yield "    y = copy.copy(x)"
        elif how == 1:
            yield "    y = copy.deepcopy(x)"
        else:
            yield "    memo = {}"
            yield "    y = copy.deepcopy(x, memo)"
        yield "except RecursionError as e:"
        yield "    print(type(e).__name__)"
        yield "else:"
        yield "    print(gc.get_count(), rc(x), rc(y), y is x, notes)"
        yield "    print([rc(o) for o in pool])"
        if how >= 2:
            yield "    print(rc(memo), [rc(o) for o in memo.values()])"
            yield "    numbers = {}"
            yield "    print('x', shape(x, numbers))"
            yield "    numbers[id(memo)] = 'memo'"
            yield "    print('memo', [numbers.get(k, '?') for k in memo])"
            yield "    print('kept', [numbers.get(id(o), '?') for o in memo.get(id(memo), [])])"
            yield "    print('y', shape(y, numbers))"
            if how == 3:
                yield "    z = copy.deepcopy(x, memo)"
                yield "    print(z is y, len(memo))"
        else:
            yield "    numbers = {}"
            yield "    print('x', shape(x, numbers))"
            yield "    print('y', shape(y, numbers))"
        yield "keep.clear()"
        yield "notes.clear()"
        yield "memo = y = z = None"


def program(seed):
    rng = random.Random(seed)
    n = rng.randrange(3, 14)
    lines = [BEGIN]
    for i in range(n):
        lines.append("pool.append(%s)" % made(rng, i))
    lines.extend(links(rng, n))
    lines.extend(copies(rng, n))
    lines.append("print('end')\n")
    return "\n".join(lines)


if __name__ == "__main__":
    first, count = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for number in range(first, first + count):
        print(program(number))
