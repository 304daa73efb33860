#!/usr/bin/env python3
"""Random programs over lists, dicts, sets, hashes and references, whose insides are then compared.

    generate.py SEED [N]      prints the programs of N seeds from SEED on

A program is the same for a seed wherever it is made. It raises nothing, whatever the order of its sets, and leaves
its containers as globals. Each kind of global is a class below: how it begins, and its operations, as templates.
In a template `$item` asks the class for an item, `$items9` for up to 9 of them; `$me` is the global itself.
"""

import random
import string
import sys

STATEMENTS = (20, 45)
WORDS = ("pear", "kiwi", "mango", "quince", "damson", "two words", "né", "日本", "zu_w8", "q", "", "longer than most")
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


class Kind:
    """What all kinds share: literals, and the names of the other globals."""

    begin = operations = ()
    holds = True                        # it is a list, dict or set, and can be walked

    def __init__(self, chance, name):
        self.chance, self.name, self.everyone = chance, name, []

    def __getitem__(self, field):
        asked = field.rstrip(string.digits)
        return str(getattr(self, asked)(*map(int, filter(None, [field[len(asked):]]))))

    def fill(self, templates):
        return string.Template(self.chance.choice(templates)).substitute(self)

    def me(self):
        return self.name

    def below(self, n):
        return self.chance.randrange(n)

    def number(self):
        chance = self.chance
        return chance.choice((chance.randrange(10), chance.randrange(40), chance.randrange(-9, 300),
                              chance.randrange(10 ** 6), chance.randrange(-2 ** 70, 2 ** 70), 2 ** 61 - 1))

    def word(self):
        return repr(self.chance.choice(WORDS + ("w%d" % self.chance.randrange(60),) * 12))

    def real(self):
        return self.chance.choice((self.chance.randrange(99) / 4, self.chance.random(), self.chance.uniform(-1e9, 1e9)))

    def atom(self):
        return self.fill(("$number", "$number", "$word", "$word", "$real", "($below5, $word)", "b'bytes'", "True"))

    def alias(self):
        """Any of the globals, this one too."""
        return self.chance.choice(self.everyone).name

    def container(self):
        return self.chance.choice([kind.name for kind in self.everyone if kind.holds])

    def fresh(self):
        return self.fill(("[]", "{}", "[$atom]", "($alias, [])", "pair($alias)", "{'k': $alias}", "None", "set()"))

    def value(self):
        return self.fill(("$atom", "$atom", "$alias", "$fresh"))

    def item(self):
        return self.atom()

    def items(self, most=6):
        """Up to `most`, separated by commas; with a comma at the end, which a tuple of one needs."""
        return "".join("%s, " % self.item() for _ in range(self.chance.randrange(most)))


class List(Kind):
    """Items of any type."""

    begin = ("$me = []", "$me = [$items4]", "$me = [$items12]", "$me = [$items40]", "v = $item\n$me = [v, v, v]",
             "v = $item\n$me = [v, 1, 2, v, v]", "$me = [*range($below9), $items4]")
    operations = (
        "$me.append($item)", "$me.append($item)", "for i in range($below25):\n    $me.append($item)",
        "$me.insert($below9, $item)", "$me.insert(-$below3, $item)",
        "$me.extend([$items9])", "$me.extend(($items9))", "$me.extend($item for _ in range($below9))", "$me += [$items]",
        "if len($me) < 60:\n    $me.extend($me)", "if len($me) < 60:\n    $me *= $below4",
        "if $me:\n    last = $me.pop()", "if $me:\n    $me.pop($below50 % len($me))", "while $me:\n    $me.pop()",
        "for i in range(len($me) // 2):\n    $me.pop()", "if $me:\n    del $me[$below50 % len($me)]",
        "del $me[$below8:$below20]", "del $me[::2]", "del $me[1::3]", "$me[$below8:$below14] = [$items8]",
        "$me.reverse()", "$me.clear()", "copied = $me[:]", "copied = $me.copy()", "copied = list($me)", "copied = [*$me]",
        "copied = $me + []", "copied = $me[1:]", "copied = $me[::2]", "copied = [x for x in $me]",
        "old = $me\n$me = [$items12]", "back = keep($item, $me)", "back = same($me)", "keep(x=$item, into=$me)",
        "back = rest(0, *$me)")


class Numbers(List):
    """Integers only: what can be sorted and summed."""

    item = Kind.number
    operations = List.operations + (
        "$me.sort()", "$me.sort(reverse=True)", "$me.sort(key=abs)", "ordered = sorted($me)",
        "$me.extend(range($below30))", "$me = list(range($below30))", "squares = [x * x for x in $me if x % 3]",
        "total = sum($me)\nbiggest = max($me, default=None)")


class Nested(List):
    """Holds the other globals: references that several objects share."""

    item = Kind.value
    operations = List.operations + ("$me.append([$alias] * $below5)", "$me.extend(build($below7))")


class Dict(Kind):
    """Keys are ints and strs in turn."""

    keys = ("$low", "$low", "$number", "$word", "$word")
    many = ("i * 8", "'w' + str(i)")    # keys made in a loop

    def key(self):
        return self.fill(self.keys)

    def low(self):
        return self.chance.randrange(30)

    def each(self):
        return self.chance.choice(self.many)

    def pairs(self, most):
        return ", ".join("%s: %s" % (self.key(), self.value()) for _ in range(self.chance.randrange(most)))

    begin = ("$me = dict()", "$me = {}", "$me = {$pairs4}", "$me = {$pairs12}", "$me = {$pairs20}")
    operations = (
        "$me[$key] = $value", "$me[$key] = $value", "for i in range($below20):\n    $me[$each] = i",
        "got = $me.pop($key, None)", "if $me:\n    item = $me.popitem()", "key = $key\nif key in $me:\n    del $me[key]",
        "for key in list($me)[::2]:\n    del $me[key]", "for key in list($me)[::3]:\n    del $me[key]",
        "for key in list($me)[:$below6]:\n    $me[key] = $me.pop(key)",
        "$me.setdefault($key, $value)", "got = $me.get($key)", "$me.update({$pairs7})", "$me |= {$pairs7}",
        "$me.update([($key, $atom), ($key, $atom)])", "merged = $me | {$pairs7}", "$me.clear()",
        "twin = $me.copy()", "twin = dict($me)", "twin = {**$me}", "twin = dict.fromkeys($me, 0)",
        "twin = {k: v for k, v in $me.items()}", "twin = dict(list($me.items()))",
        "listed = list($me)", "listed = list($me.items())", "listed = sorted($me, key=str)", "listed = tuple($me)",
        "listed = list($me.values())", "$me = {i * $below9: [i] for i in range($below12)}", "old = $me\n$me = {}",
        "extra = rest(0, **{'kw1': $value, 'kw2': $me})")


class Words(Dict):
    keys = ("$word",)
    many = ("'w' + str(i)", "'key %d' % i")


class Integers(Dict):
    keys = ("$low", "$low", "$number")
    many = ("i", "i * 8", "i * 31")


class Mixed(Dict):
    """Keys of every hashable type."""

    keys = ("$word", "$word", "$low", "$atom")
    many = ("(i, 'k')", "i / 4")


class Set(Dict):
    """Members of every hashable type."""

    keys = Mixed.keys
    item = Dict.key

    def other(self):
        """Something to combine a set with."""
        return self.fill(("[$items8]", "{0, $items8}", "frozenset([$items8])", "{$key: 1}", "$me"))

    begin = ("$me = set()", "$me = {$key}", "$me = {$key, $items}", "$me = {$key, $items20}", "v = $key\n$me = {v, 33, 1}")
    operations = (
        "$me.add($key)", "$me.add($key)", "for i in range($below40):\n    $me.add($each)",
        "$me.discard($key)", "key = $key\nif key in $me:\n    $me.remove(key)", "if $me:\n    popped = $me.pop()",
        "for x in list($me):\n    $me.discard(x)", "for x in list($me)[::2]:\n    $me.discard(x)",
        "for x in list($me)[::3]:\n    $me.discard(x)", "$me.update($other)",
        "$me |= set($other)", "$me &= set($other)", "$me -= set($other)", "$me ^= set($other)",
        "combined = $me | set($other)", "combined = $me & set($other)", "combined = $me - set($other)",
        "combined = $me ^ set($other)", "combined = $me.union($other)", "combined = $me.intersection($other)",
        "combined = $me.difference($other)", "combined = $me.symmetric_difference($other)", "$me.clear()",
        "copied_set = $me.copy()", "copied_set = set($me)", "copied_set = {*$me}", "copied_set = frozenset($me)",
        "copied_set = {x for x in $me}", "copied_set = set(list($me))", "members = list($me)", "members = tuple($me)")


class IntegerSet(Set):
    keys, many = Integers.keys, Integers.many


class WordSet(Set):
    keys, many = Words.keys, Words.many


class Scalars(Kind):
    """Hashes, names and arithmetic, which hold references or make objects."""

    holds = False
    begin = ("$me = $atom",)
    operations = (
        "hashed = hash($atom)", "hashed = hash(($atom, $atom))", "hashed = hash(frozenset([$atom]))",
        "hashed = hash(-$number)", "hashed = hash($real)",
        "other_name = $alias", "other_name = $alias\ndel other_name", "together = ($alias, $atom, $alias)",
        "front, *others = [$alias, $atom, $alias]", "result = same($alias)", "result = pair($alias)", "$me = $atom",
        "text = $word + str($number)", "text = $word * 3", "text = '-'.join([$word, $word])", "text = $word.upper()",
        "text = f'{$number:>8}'", "text = $word.split()", "text = $word\nfor i in range($below5):\n    text += $word",
        "total = $number\nfor i in range($below9):\n    total = total * 1000 + i",
        "print(sys.getrefcount($container))")


class Holders(Kind):
    """Iterators, views, bound methods and generators: what holds a container without being its name."""

    holds = False
    begin = ("$me = iter($container)",)
    operations = (
        "$me = iter($container)", "$me = enumerate($container)", "$me = reversed(list($container))",
        "$me = zip($container, [1, 2])", "$me = (x for x in $container)", "$me = [iter($container), 5]",
        "$me = slice($container, None)", "$me = reversed([$container])", "$me = ($container, $container)",
        "$me = iter($container)\nstep = next($me, 'end')", "$me = iter($container)\nwalked = list($me)",
        "$me = [].append", "$me = {}.get", "$me = 'pear'.join", "$me = same",
        "$me = {'k1': $container, 'k2': 5}.keys()", "$me = {'k1': $container, 'k2': 5}.values()",
        "$me = {'k1': $container}.items()", "for i, x in enumerate($container):\n    if i == $below4:\n        break",
        "for k, v in {'k1': $container, 'k2': []}.items():\n    held = (k, v)")


class Code(Kind):
    """Functions: their defaults and constants, what they count while they run, what they leave behind."""

    holds = False
    begin = ("def $me(x, y=$atom):\n    return x",)
    operations = (
        "def $me(x=$alias, *, y=$atom):\n    return [x, y]\n\n\nresult = $me()",
        "def $me(x=0):\n    return $atom\n\n\nresult = $me()", "def $me(x=0):\n    return 1234567\n\n\nsame_constant = 1234567",
        "def $me():\n    global made\n    made = [$atom]\n    return made\n\n\nresult = $me()",
        "def $me(*x, **y):\n    return x, y\n\n\nresult = $me($alias, k1=$atom)",
        "def $me(x, y=None):\n    $counting\n\n\ncounted = $call\nprint(counted)",
        "def $me(x, y=None):\n    $counting\n\n\ncounted = $call\nprint(counted)",
        "rows = [[$atom for _ in range(i)] for i in range($below6)]", "folded = [$folded, $folded, $folded]",
        "folded = ($folded, $folded)")

    def counting(self):
        return self.chance.choice((
            "return sys.getrefcount(x)", "y = x\n    return sys.getrefcount(x)", "del y\n    return sys.getrefcount(x)",
            "y = [x, x]\n    return sys.getrefcount(y), sys.getrefcount(x)", "return same(sys.getrefcount(x))",
            "return [sys.getrefcount(x) for i in range(2)]", "return list(sys.getrefcount(y) for y in [x])",
            "for y in [x]:\n        pass\n    return sys.getrefcount(y)", "x = (x,)\n    return sys.getrefcount(x)"))

    def call(self):
        return self.fill(("$me($container)", "$me(x=$container)", "$me(*[$container])", "$me(**{'x': $container})",
                          "[$me($container)]", "$me([$container])", "$me([])"))

    def folded(self):
        return self.chance.choice((
            "2 * 1000", "'w' * 5", "'two words' * 2", "(1, 2) * 2", "-1.5", "not 5", "'pear'[1]", "(7000, 'w9')[0]",
            "1 << 40", "'w9' + 'w8'", "b'ab' * 3", "60 * 60 * 24", "(1, (2, 3))", "-(5)", "[1, 2, 3] == []"))


CASTS = ((Numbers, Words, Set), (List, Integers, IntegerSet), (Nested, Mixed, Scalars), (Nested, Words, WordSet),
         (Numbers, List, Nested), (Words, Integers, Mixed), (Set, IntegerSet, WordSet), (Nested, Dict, Scalars),
         (Nested, Mixed, Holders), (List, Code, Holders), (Nested, Words, Code), (Set, Code, Nested))


def program(seed):
    chance = random.Random(seed)
    cast = [kind(chance, "abc"[n] + "_" + kind.__name__.lower()) for n, kind in enumerate(chance.choice(CASTS))]
    for kind in cast:
        kind.everyone = cast
    # Each global is a list before it is what it will be, so that all can be mentioned from the start.
    lines = ["# seed %d" % seed, HELPERS, " = ".join(kind.name for kind in cast) + " = []"]
    lines += [kind.fill(kind.begin) for kind in cast]
    scalars = Scalars(chance, "scalar")
    scalars.everyone = cast
    lengths = "print(%s)" % ", ".join("len(%s)" % kind.name for kind in cast if kind.holds)
    for _ in range(chance.randrange(*STATEMENTS)):
        actor = chance.choice(cast * 3 + [scalars])
        lines.append(actor.fill(actor.operations))
        if chance.randrange(12) == 0:
            lines.append(lengths)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    first = int(sys.argv[1])
    for number in range(first, first + int(sys.argv[2] if len(sys.argv) > 2 else 1)):
        print(program(number))
