#!/usr/bin/env python3
"""Random programs over lists, dicts, sets, hashes and references, whose insides are then compared.

    generate.py SEED [N]      prints the programs of N seeds from SEED on

A program is the same for a seed wherever it is made. It raises nothing, whatever the order of its sets, and leaves
its containers as globals. Each kind of container is a class below: how it begins, and one method an operation.
"""

import random
import sys

STATEMENTS = (20, 45)
TOO_LONG = 60                       # a list that is longer is not doubled any more
WORDS = ("pear", "kiwi", "mango", "quince", "damson", "two words", "né", "日本", "zu_w8", "q", "", "longer than most keys")
HELPERS = """\
import sys


def same(x):
    return x


def keep(x, into):
    into.append(x)
    return into


def pair(x, y=None):
    return (x, y)


def rest(first, *others, **named):
    return others, named


def build(n):
    made = []
    for i in range(n):
        made.append([i])
    return made
"""


class Maker:
    """What all kinds share: the random source, the names of the other containers, and literals."""

    def __init__(self, chance, name, everyone):
        self.chance, self.name, self.everyone = chance, name, everyone

    def number(self):
        chance = self.chance
        return chance.choice((chance.randrange(10), chance.randrange(40), chance.randrange(-9, 300),
                              chance.randrange(10 ** 6), chance.randrange(-2 ** 70, 2 ** 70), 2 ** 61 - 1))

    def word(self):
        return self.chance.choice(WORDS + ("w%d" % self.chance.randrange(60),) * 12)

    def atom(self):
        chance = self.chance
        return repr(chance.choice((self.number(), self.number(), self.word(), chance.randrange(99) / 4,
                                   (chance.randrange(5), self.word()), b"bytes", True, chance.random())))

    def value(self):
        """An atom, an alias of another container, or something new."""
        return self.chance.choice((self.atom, self.atom, self.alias, self.fresh))()

    def alias(self):
        return self.chance.choice(self.everyone)

    def fresh(self):
        return self.chance.choice(("[]", "{}", "[%s]" % self.atom(), "(%s, [])" % self.alias(), "pair(%s)" % self.alias(),
                                   "{'k': %s}" % self.alias(), "None", "set()"))

    def item(self):
        return self.atom()

    def several(self, most=6):
        return [self.item() for _ in range(self.chance.randrange(most))]

    def statement(self):
        operations = [name for name in sorted(dir(self)) if name.startswith("do_")]
        return getattr(self, self.chance.choice(operations))()


class List(Maker):
    """Items of any type."""

    def begin(self):
        shape = self.chance.randrange(4)
        items = self.several(self.chance.choice((4, 12, 40)))
        if shape == 0:
            return "%s = []" % self.name
        if shape == 1:
            return "v = %s\n%s = [%s]" % (self.item(), self.name, ", ".join(["v"] * len(items)))
        return "%s = [%s]" % (self.name, ", ".join(items))

    def do_append(self):
        return "%s.append(%s)" % (self.name, self.item())

    def do_append_many(self):
        return "for i in range(%d):\n    %s.append(%s)" % (self.chance.randrange(25), self.name, self.item())

    def do_insert(self):
        return "%s.insert(%d, %s)" % (self.name, self.chance.randrange(-3, 9), self.item())

    def do_extend_list(self):
        return "%s.extend([%s])" % (self.name, ", ".join(self.several(9)))

    def do_extend_tuple(self):
        return "%s.extend((%s))" % (self.name, "".join(item + ", " for item in self.several(9)))

    def do_extend_generator(self):
        return "%s.extend(%s for _ in range(%d))" % (self.name, self.item(), self.chance.randrange(9))

    def do_add_in_place(self):
        return "%s += [%s]" % (self.name, ", ".join(self.several()))

    def do_pop(self):
        return "if %s:\n    last = %s.pop()" % (self.name, self.name)

    def do_pop_at(self):
        return "if %s:\n    %s.pop(%d %% len(%s))" % (self.name, self.name, self.chance.randrange(50), self.name)

    def do_pop_half(self):
        return "for i in range(len(%s) // 2):\n    %s.pop()" % (self.name, self.name)

    def do_pop_all(self):
        return "while %s:\n    %s.pop()" % (self.name, self.name)

    def do_delete(self):
        return "if %s:\n    del %s[%d %% len(%s)]" % (self.name, self.name, self.chance.randrange(50), self.name)

    def do_delete_slice(self):
        start = self.chance.randrange(8)
        return "del %s[%d:%d]" % (self.name, start, start + self.chance.randrange(12))

    def do_delete_steps(self):
        return "del %s[::%d]" % (self.name, self.chance.choice((2, 3, 5)))

    def do_set_slice(self):
        start = self.chance.randrange(8)
        stop = start + self.chance.randrange(6)
        return "%s[%d:%d] = [%s]" % (self.name, start, stop, ", ".join(self.several(8)))

    def do_multiply(self):
        return "if len(%s) < %d:\n    %s *= %d" % (self.name, TOO_LONG, self.name, self.chance.choice((0, 1, 2, 3)))

    def do_double(self):
        return "if len(%s) < %d:\n    %s.extend(%s)" % (self.name, TOO_LONG, self.name, self.name)

    def do_reverse(self):
        return "%s.reverse()" % self.name

    def do_clear(self):
        return "%s.clear()" % self.name

    def do_copy(self):
        way = self.chance.choice(("%s[:]", "%s.copy()", "list(%s)", "[*%s]", "%s + []", "%s[1:]", "%s[::2]", "[x for x in %s]"))
        return "copied = " + way % self.name

    def do_rebind(self):
        return "old = %s\n%s = [%s]" % (self.name, self.name, ", ".join(self.several(12)))

    def do_call(self):
        return self.chance.choice(("back = keep(%s, %s)" % (self.item(), self.name), "back = same(%s)" % self.name,
                                   "keep(x=%s, into=%s)" % (self.item(), self.name), "back = rest(0, *%s)" % self.name))


class Numbers(List):
    """Integers only: what can be sorted and summed."""

    def item(self):
        return str(self.number())

    def do_sort(self):
        return "%s.sort(%s)" % (self.name, self.chance.choice(("", "reverse=True", "key=abs")))

    def do_sorted(self):
        return "ordered = sorted(%s)" % self.name

    def do_extend_range(self):
        return "%s.extend(range(%d))" % (self.name, self.chance.randrange(30))

    def do_from_range(self):
        return "%s = list(range(%d))" % (self.name, self.chance.randrange(30))

    def do_comprehension(self):
        return "squares = [x * x for x in %s if x %% %d]" % (self.name, self.chance.choice((1, 2, 3)))

    def do_arithmetic(self):
        return "total = sum(%s)\nbiggest = max(%s, default=None)" % (self.name, self.name)


class Nested(List):
    """Holds the other containers: references that several objects share."""

    def item(self):
        return self.value()

    def do_shared_row(self):
        return "%s.append([%s] * %d)" % (self.name, self.alias(), self.chance.randrange(5))

    def do_build(self):
        return "%s.extend(build(%d))" % (self.name, self.chance.randrange(7))


class Dict(Maker):
    """Keys of one or several types."""

    kinds = ("int", "word")

    def key(self):
        kind = self.chance.choice(self.kinds)
        if kind == "int":
            return repr(self.chance.choice((self.chance.randrange(30), self.chance.randrange(30), self.number())))
        return repr(self.word()) if kind == "word" else self.atom()

    def pairs(self, most):
        return ["%s: %s" % (self.key(), self.value()) for _ in range(self.chance.randrange(most))]

    def begin(self):
        if self.chance.randrange(3) == 0:
            return "%s = dict()" % self.name
        return "%s = {%s}" % (self.name, ", ".join(self.pairs(self.chance.choice((1, 4, 12, 20)))))

    def do_set(self):
        return "%s[%s] = %s" % (self.name, self.key(), self.value())

    do_set_again = do_set

    def do_set_many(self):
        return "for i in range(%d):\n    %s[%s] = i" % (self.chance.randrange(20), self.name, self.many_key())

    def many_key(self):
        return {"int": "i * %d" % self.chance.choice((1, 8, 31)), "word": "'w' + str(i)"}.get(self.kinds[0], "(i, 'k')")

    def do_delete(self):
        key = self.key()
        return "if %s in %s:\n    del %s[%s]" % (key, self.name, self.name, key)

    def do_delete_some(self):
        return "for key in list(%s)[::%d]:\n    del %s[key]" % (self.name, self.chance.choice((1, 2, 3)), self.name)

    def do_reinsert(self):
        return "for key in list(%s)[:%d]:\n    %s[key] = %s.pop(key)" % (self.name, self.chance.randrange(6), self.name, self.name)

    def do_pop(self):
        return "got = %s.pop(%s, None)" % (self.name, self.key())

    def do_popitem(self):
        return "if %s:\n    item = %s.popitem()" % (self.name, self.name)

    def do_setdefault(self):
        return "%s.setdefault(%s, %s)" % (self.name, self.key(), self.value())

    def do_get(self):
        return "got = %s.get(%s)" % (self.name, self.key())

    def do_update(self):
        return "%s.update({%s})" % (self.name, ", ".join(self.pairs(7)))

    def do_update_pairs(self):
        return "%s.update([%s])" % (self.name, ", ".join("(%s, %s)" % (self.key(), self.atom()) for _ in range(3)))

    def do_or_in_place(self):
        return "%s |= {%s}" % (self.name, ", ".join(self.pairs(7)))

    def do_or(self):
        return "merged = %s | {%s}" % (self.name, ", ".join(self.pairs(7)))

    def do_clear(self):
        return "%s.clear()" % self.name

    def do_copy(self):
        way = self.chance.choice(("%s.copy()", "dict(%s)", "{**%s}", "dict.fromkeys(%s, 0)", "{k: v for k, v in %s.items()}",
                                  "dict(list(%s.items()))"))
        return "twin = " + way % self.name

    def do_lists(self):
        way = self.chance.choice(("list(%s)", "list(%s.items())", "sorted(%s, key=str)", "list(%s.values())", "tuple(%s)"))
        return "listed = " + way % self.name

    def do_comprehension(self):
        return "%s = {i * %d: [i] for i in range(%d)}" % (self.name, self.chance.choice((1, 8)), self.chance.randrange(12))

    def do_rebind(self):
        return "old = %s\n%s = {}" % (self.name, self.name)

    def do_keywords(self):
        return "extra = rest(0, **{'kw1': %s, 'kw2': %s})" % (self.value(), self.name)


class Words(Dict):
    kinds = ("word",)


class Integers(Dict):
    kinds = ("int",)


class Mixed(Dict):
    kinds = ("word", "word", "int", "other")


class Set(Maker):
    kinds = ("int", "word", "other")

    item = Dict.key

    def begin(self):
        items = self.several(self.chance.choice((1, 6, 20)))
        return "%s = %s" % (self.name, "{%s}" % ", ".join(items) if items else "set()")

    def do_add(self):
        return "%s.add(%s)" % (self.name, self.item())

    do_add_again = do_add

    def do_add_many(self):
        return "for i in range(%d):\n    %s.add(%s)" % (self.chance.randrange(40), self.name, self.many_item())

    def many_item(self):
        return {"int": "i * %d" % self.chance.choice((1, 8, 33))}.get(self.kinds[0], "'w' + str(i)")

    def do_discard(self):
        return "%s.discard(%s)" % (self.name, self.item())

    def do_remove(self):
        item = self.item()
        return "if %s in %s:\n    %s.remove(%s)" % (item, self.name, self.name, item)

    def do_discard_some(self):
        return "for x in list(%s)[::%d]:\n    %s.discard(x)" % (self.name, self.chance.choice((1, 2, 3)), self.name)

    def do_pop(self):
        return "if %s:\n    popped = %s.pop()" % (self.name, self.name)

    def do_update(self):
        return "%s.update(%s)" % (self.name, self.other())

    def other(self):
        items = self.several(8)
        return self.chance.choice(("[%s]" % ", ".join(items), "{%s}" % ", ".join(items or ["0"]),
                                   "frozenset([%s])" % ", ".join(items), "{%s: 1}" % self.item(), self.name))

    def do_operator(self):
        return "%s %s= set(%s)" % (self.name, self.chance.choice("|&-^"), self.other())

    def do_new(self):
        return "combined = %s %s set(%s)" % (self.name, self.chance.choice("|&-^"), self.other())

    def do_method(self):
        method = self.chance.choice(("union", "intersection", "difference", "symmetric_difference"))
        return "combined = %s.%s(%s)" % (self.name, method, self.other())

    def do_clear(self):
        return "%s.clear()" % self.name

    def do_copy(self):
        way = self.chance.choice(("%s.copy()", "set(%s)", "{*%s}", "frozenset(%s)", "{x for x in %s}", "set(list(%s))"))
        return "copied_set = " + way % self.name

    def do_listed(self):
        return "members = %s(%s)" % (self.chance.choice(("list", "tuple")), self.name)


class IntegerSet(Set):
    kinds = ("int",)


class WordSet(Set):
    kinds = ("word",)


class Scalars(Maker):
    """Hashes, names and arithmetic, which hold references or make objects."""

    def begin(self):
        return "%s = %s" % (self.name, self.atom())

    def do_hash(self):
        return "hashed = hash(%s)" % self.hashable()

    def hashable(self):
        return self.chance.choice((self.atom(), "(%s, %s)" % (self.atom(), self.atom()), "frozenset([%s])" % self.atom(),
                                   "-%s" % abs(self.number()), "%r" % (self.chance.uniform(-1e9, 1e9))))

    def do_alias(self):
        return "other_name = %s" % self.alias()

    def do_forget(self):
        return "other_name = %s\ndel other_name" % self.alias()

    def do_tuple(self):
        return "together = (%s, %s, %s)" % (self.alias(), self.atom(), self.alias())

    def do_unpack(self):
        return "first, *others = [%s, %s, %s]" % (self.alias(), self.atom(), self.alias())

    def do_call(self):
        return "result = %s(%s)" % (self.chance.choice(("same", "pair")), self.alias())

    def do_scalar(self):
        return "%s = %s" % (self.name, self.atom())

    def do_text(self):
        return "text = %s" % self.chance.choice(("%r + str(%d)" % (self.word(), self.number()), "%r * 3" % self.word(),
                                                 "'-'.join([%r, %r])" % (self.word(), self.word()), "%r.upper()" % self.word(),
                                                 "f'{%d:>8}'" % self.number(), "%r.split()" % self.word()))

    def do_count(self):
        containers = [name for name in self.everyone if not name.endswith("_scalars")]
        return "print(sys.getrefcount(%s))" % self.chance.choice(containers)


CASTS = ((Numbers, Words, Set), (List, Integers, IntegerSet), (Nested, Mixed, Scalars), (Nested, Words, WordSet),
         (Numbers, List, Nested), (Words, Integers, Mixed), (Set, IntegerSet, WordSet), (Nested, Dict, Scalars))


def program(seed):
    chance = random.Random(seed)
    cast = chance.choice(CASTS)
    names = ["abc"[n] + "_" + kind.__name__.lower() for n, kind in enumerate(cast)]
    makers = [kind(chance, name, names) for kind, name in zip(cast, names)]
    # Names come into being one by one: each begins as an empty list, so that all can be mentioned.
    lines = ["# seed %d" % seed, HELPERS, " = ".join(names) + " = []"] + [maker.begin() for maker in makers]
    scalars = Scalars(chance, "scalar", names)
    for _ in range(chance.randrange(*STATEMENTS)):
        lines.append(chance.choice(makers * 3 + [scalars]).statement())
        if chance.randrange(12) == 0:
            lines.append("print(%s)" % ", ".join("len(%s)" % name for name, kind in zip(names, cast) if kind is not Scalars))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    first = int(sys.argv[1])
    for number in range(first, first + int(sys.argv[2] if len(sys.argv) > 2 else 1)):
        print(program(number))
