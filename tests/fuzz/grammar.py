"""Random Python programs within what the machine simulates; programs.py runs them.

A program is made statement by statement, and each statement is executed as soon as it is made, so that the next one
knows what the names hold: most statements work, and a program gets far. What raises is dropped and made anew; only the
last statement is meant to fail. Inside functions and comprehensions, kinds of values are guessed.

Expressions come from templates: "{li}[{int}]" is a list of ints, indexed by an int, each of them an expression again.
The kinds:  int float bool str bytes; li ls ll lists of ints, strs, lists of ints; ti ts tuples; di dicts from str to
int, dn from int to str; si ss sets; fi a frozenset; r a range; g a generator of ints; fn a function of one int; any.
"""

import ast
import io
import re
import resource
import signal
import sys
import tokenize

LITERALS = {
    "int": ("0", "1", "2", "3", "-1", "7", "10", "255", "256", "257", "1000", "-6", "10**18", "2**62", "-2**64", "0x1f", "12345678901234567890"),
    "small": ("0", "1", "2", "3", "5"), "index": ("0", "-1", "1", "2", "-2"), "bound": ("", "0", "1", "2", "-1", "-2", "5", "99", "-99"),
    "step": ("", "", ":", ":1", ":2", ":-1", ":-2", ":3"), "nonzero": ("1", "2", "3", "-4", "10", "7**20"),
    "float": ("0.0", "1.5", "-2.25", "0.1", "1e10", "3.0", "-0.0", "1e-7", "123456.789", "1e300"),
    "bool": ("True", "False"),
    "str": ("''", "'a'", "'abc'", "'hello world'", "'é'", "'日本'", "'a,b,c'", "'x' 'y'", "'\\n'", "'Zz9'", "'%s'", "'  pad '", "'it\\'s'", "'key_1'"),
    "bytes": ("b''", "b'a'", "b'abc'", "b'\\xff\\x00'", "b'a b'"),
    "li": ("[]", "[1]", "[1, 2, 3]", "[5, 3, 9, 1]", "[0] * 4", "[10**20, -1]", "list(range(6))"),
    "ls": ("[]", "['a']", "['b', 'a', 'c']", "'one two three'.split()", "list('hello')"),
    "ll": ("[[]]", "[[1, 2], [3]]", "[[0] * 2] * 2", "[[1], [1], []]"),
    "ti": ("()", "(1,)", "(1, 2, 3)", "(3, 1, 2, 0)", "(-1, 10**19)"), "ts": ("('a', 'b')", "('x',)", "('k', 'l', 'm')"),
    "di": ("{}", "{'a': 1}", "{'a': 1, 'b': 2, 'c': 3}", "dict(x=1, y=2)", "dict.fromkeys('abc', 0)"),
    "dn": ("{}", "{1: 'a'}", "{1: 'a', 2: 'b', 3: 'c'}", "dict(enumerate('abc'))"),
    "si": ("set()", "{1}", "{1, 2, 3}", "{33, 1, 65}", "set(range(7))"), "ss": ("set()", "{'a', 'b'}", "set('hello')"),
    "fi": ("frozenset()", "frozenset([1, 2])", "frozenset(range(5))"),
    "r": ("range(0)", "range(5)", "range(1, 10, 3)", "range(10, 0, -2)", "range(-3, 3)"),
    "fn": ("abs", "(lambda q: q)", "(lambda q: q + 1)", "(lambda q, w=2: q * w)", "(lambda *q: len(q))", "bool", "str"),
    "g": ("(q for q in range(4))", "iter([1, 2, 3])", "reversed([4, 5])", "zip([1, 2])"),
    "any": ("None", "...", "NotImplemented", "slice(1, 2)", "1j"),
    "spec": ("", "5", ">8", "<8", "^9", "*^9", "05", "+", "x", "#o", "b", ",", "_", ".2f", "e", "g", "%", "8.3f", ".3", "c", "=+8", "s", "10s"),
}

TEMPLATES = {
    "int": ("{int} + {int}", "{int} - {int}", "{int} * {int}", "{int} // {nonzero}", "{int} % {nonzero}", "{int} ** {small}", "-{int}", "~{int}", "+{bool}",
            "{int} << {small}", "{int} >> {small}", "{int} & {int}", "{int} | {int}", "{int} ^ {int}", "len({seq})", "sum({ints})", "abs({int})", "int({float})",
            "{li}[{index}]", "{ti}[{index}]", "{di}['a']", "{di}.get({str}, {int})", "{di}.setdefault({str}, {int})", "max({int}, {int})", "min({int}, {int}, {int})",
            "{int} if {bool} else {int}", "{int} and {int}", "{int} or {int}", "({w} := {int})", "{str}.count({str})", "{str}.find({str})", "{li}.count({int})",
            "{li}.pop()", "ord({str}[0])", "hash({plain})", "{fn}({int})", "divmod({int}, {nonzero})[{bit}]", "round({float})", "int({str}.isdigit())",
            "{int}.bit_length()", "next({g})", "next(iter({ints}), {int})", "sum(x for x in {ints})", "sum([x for x in {ints} if {int} < x])", "{li}.index({int})",
            "{ll}[{index}][{index}]", "pow({int}, {small}, {nonzero})", "sum(map(len, {ll}))", "int('{lit}', {base})", "bool({any}) + {int}", "[*{ints}][{index}]",
            "({int}, {int})[{bit}]", "(lambda q: q + {int})({int})", "len({{*{ints}}})", "{bytes}[0]", "max({li}, default={int})", "min({li}, key=lambda q: -q)",
            "[q for q in {ints}][{index}]", "sum({li}, {int})", "len(str({any}))", "{call}"),
    "float": ("{float} + {float}", "{float} - {int}", "{float} * {float}", "{int} / {nonzero}", "{float} // {nonzero}", "{float} % {nonzero}", "float({int})", "round({float}, {small})",
              "-{float}", "abs({float})", "max({float}, {float})", "{float} if {bool} else {float}", "sum([{float}, {float}])", "{float} ** {small}", "divmod({float}, {nonzero})[{bit}]"),
    "bool": ("{int} < {int}", "{int} == {int}", "{str} == {str}", "{int} < {int} <= {int}", "{int} < {int} != {int} > {int}", "not {any}", "{int} in {ints}", "{str} in {ls}", "{str} in {str}",
             "{int} not in {si}", "{any} is None", "{any} is not {any}", "isinstance({any}, int)", "isinstance({any}, (str, list))", "{li} == {li}", "{li} < {li}", "{ti} >= {ti}", "{si} <= {si}",
             "any({ints})", "all({ints})", "any(q > {int} for q in {ints})", "{str}.startswith({str})", "{str}.isalpha()", "bool({any})", "{bool} and {bool}", "{bool} or {bool}", "{di} == {di}",
             "{str} < {str}", "{float} < {int}", "callable({any})", "{si}.isdisjoint({ints})", "{str} in {di}", "{bytes} < {bytes}", "{int} == {float}", "{any} == {any}", "{any} != {any}", "hasattr({any}, 'x')"),
    "str": ("{str} + {str}", "{str} * {small}", "{str}[{index}]", "{str}[{bound}:{bound}{step}]", "str({any})", "repr({any})", "{str}.upper()", "{str}.lower()", "{str}.title()", "{str}.strip({str})",
            "{str}.replace({str}, {str})", "{str}.join({ls})", "{str}.center({small}, '*')", "{str}.zfill({small})", "f'{{{fany}}}'", "f'{{{fany}!r}}-{{{fint}:{fspec}}}'", "f'{{{fint}:>{{{fint}}}}}'",
            "'%s and %r' % ({any}, {any})", "'{{}} {{}}'.format({any}, {any})", "'{{0!r:>5}}|{{a}}'.format({any}, a={any})", "chr(ord({str}[0]) + 1)", "{ls}[{index}]", "'-'.join(str(q) for q in {ints})",
            "{str} if {bool} else {str}", "str({bytes}, 'latin-1')", "max({str}, {str})", "''.join(sorted({str}))", "hex({int})", "bin({int})", "{str}.partition({str})[{bit}]", "{dn}.get({int}, {str})", "ascii({any})",
            "''.join(reversed({str}))", "{str}.swapcase()", "{str}.casefold()", "format({int}, '{spec}')", "type({any}).__name__", "f'{{{fint}=}}'", "f'''{{{fany}}}\n{{{fint}}}'''", "''.join({ls})", "{str}.translate({dn})",
            "{str}.expandtabs({small})", "{str}.removeprefix({str})", "{str}.encode().hex()", "{str}.ljust({small}) + {str}"),
    "bytes": ("{bytes} + {bytes}", "{bytes} * {small}", "{bytes}[{bound}:{bound}{step}]", "{str}.encode()", "bytes({small})", "bytes([{small}, {small}])", "{bytes}.upper()", "{bytes}.replace({bytes}, {bytes})", "b' '.join([{bytes}, {bytes}])",
              "{bytes}.strip()", "repr({str}).encode()", "{bytes}.center({small}, b'*')"),
    "li": ("[{int}, {int}]", "[*{ints}]", "[{int}, *{ints}, {int}]", "{li} + {li}", "{li} * {small}", "{li}[{bound}:{bound}{step}]", "sorted({ints})", "sorted({ints}, reverse={bool})", "sorted({ints}, key=lambda q: -q)",
           "list({ints})", "{li}.copy()", "[q + {int} for q in {ints}]", "[q for q in {ints} if q]", "[q + p for q in {ints} for p in {ints}]", "[(lambda: q)() for q in {ints}]", "list(map({fn}, {ints}))",
           "list(filter(None, {ints}))", "list(reversed({li}))", "list({di}.values())", "{ll}[{index}]", "[len(q) for q in {ls}]", "[y for x in {ll} for y in x]", "[sum(q) for q in {ll}]", "[f() for f in [lambda: q for q in {ints}]]",
           "list(range({small}, {small2}))", "[({w} := q) for q in {ints}]", "[q for q in {ints} if (p := q % 3) if p]", "{li} if {bool} else {li}", "list(q for q in {ints} if q > {int})", "[*{ints}, *{ints}]",
           "[a for a, *b in [{ti}, {ti}] if b]", "[[q for q in range(p)][-1] for p in (1, 2)]"),
    "ls": ("[{str}, {str}]", "{str}.split()", "{str}.split({str})", "list({str})", "sorted({ls})", "sorted({ls}, key=len)", "[q.upper() for q in {ls}]", "{ls} + {ls}", "{ls}[{bound}:{bound}{step}]", "list({di})", "[str(q) for q in {ints}]",
           "{str}.splitlines()", "sorted({ls}, key=lambda q: (len(q), q), reverse=True)", "[f'{{q!r}}' for q in {any_iter}]", "{str}.rsplit({str}, {small})", "[k for k, v in {di}.items()]", "[*{str}]"),
    "ll": ("[{li}, {li}]", "[[q] for q in {ints}]", "[{li} for _ in range({small})]", "[[p * q for q in {ints}] for p in {ints}]", "{ll} + {ll}", "[{li}] * {small}", "[[*q] for q in zip({ints}, {ints})]", "list(map(list, {ll}))", "{ll}[{bound}:{bound}{step}]", "sorted({ll})", "[q[:] for q in {ll}]"),
    "ti": ("({int}, {int})", "({int},)", "tuple({ints})", "{ti} + {ti}", "{ti} * {small}", "{ti}[{bound}:{bound}{step}]", "(*{ints}, {int})", "tuple(q * 2 for q in {ints})", "divmod({int}, {nonzero})", "tuple(sorted({ints}))"),
    "ts": ("({str}, {str})", "tuple({ls})", "{str}.partition({str})", "tuple({str})", "({str},) + {ts}"),
    "di": ("{{{str}: {int}}}", "{{{str}: {int}, {str}: {int}}}", "{{**{di}, {str}: {int}}}", "{{q: len(q) for q in {ls}}}", "dict(zip({ls}, {ints}))", "{di} | {di}", "{di}.copy()", "dict({di}, z={int})", "dict.fromkeys({ls}, {int})",
           "{{k: v for k, v in {di}.items() if v}}", "{{k: (lambda: v)() for k, v in {di}.items()}}", "dict([({str}, {int})])", "dict(sorted({di}.items()))", "{{**{di}, **{di}}}"),
    "dn": ("{{{int}: {str}}}", "{{q: str(q) for q in {ints}}}", "dict(enumerate({ls}))", "{{v: k for k, v in {di}.items()}}", "{{**{dn}, {int}: {str}}}", "{dn} | {dn}", "dict(enumerate({str}, start={small}))"),
    "si": ("{{{int}, {int}}}", "set({ints})", "{si} | {si}", "{si} & {si}", "{si} - {si}", "{si} ^ {si}", "{{q % 5 for q in {ints}}}", "{{*{ints}, {int}}}", "{si}.union({ints})", "{si}.copy()", "{si}.intersection({ints}, {ints})", "set(map(abs, {ints}))", "{{len(q) for q in {ls}}}", "{si}.difference({ints})"),
    "ss": ("{{{str}, {str}}}", "set({ls})", "set({str})", "{ss} | {ss}", "{{q[:1] for q in {ls}}}", "set({di})", "{di}.keys() & {di}.keys()", "{di}.keys() - {ls}"),
    "fi": ("frozenset({ints})", "{fi} | {si}", "{fi} - {si}", "frozenset({{{int}}})", "frozenset(q for q in {ints})"),
    "r": ("range({small})", "range({small}, {small2}, {nonzero})", "{r}[{bound}:{bound}{step}]"),
    "g": ("(q for q in {ints})", "(q + {int} for q in {ints} if q)", "iter({ints})", "reversed({li})", "map({fn}, {ints})", "filter(None, {ints})", "(q for p in {ll} for q in p)", "iter({di}.values())"),
    "fn": ("(lambda q: q + {int})", "(lambda q, p={int}: q - p)", "(lambda q, *, k={int}: q * k)", "(lambda *q: sum(q))", "(lambda q: (lambda: q)())", "{li}.__getitem__", "{di}.get", "{int}.__add__", "(lambda q: [q for q in range(3)] and q)"),
    "any": ("{int}", "{str}", "{li}", "{di}", "{ti}", "{si}", "{float}", "{bool}", "{bytes}", "{ls}", "{dn}", "{fi}", "{r}", "{ll}", "None", "[{any}, {any}]", "({any}, {any})", "{{{str}: {any}}}", "{any} if {bool} else {any}", "[{any}]",
            "{any} and {any}", "{any} or {any}", "slice({small}, {small})", "type({int})", "{{{int}: [{any}]}}", "[q for q in [{any}, {any}]]", "list(zip({any_iter}, {any_iter}))", "list(enumerate({any_iter}))", "list({di}.items())",
            "sorted({di}.items(), key=lambda kv: kv[1])", "[*{any_iter}]", "{li} and {li}[0]", "{call}", "sys.getsizeof({any})", "[lambda: {int}, {int}][1]", "sys.getrefcount([])", "{ti}.__class__"),
}
UNIONS = {"ints": ("li", "ti", "si", "r", "fi", "g", "dn"), "seq": ("li", "ls", "ll", "ti", "str", "r", "bytes", "di", "si"), "hashable": ("int", "float", "str", "bytes", "ti", "bool", "fi"),
          "any_iter": ("li", "ls", "ll", "ti", "di", "str", "si", "r", "g")}
CONTAINERS = ("li", "ls", "ll", "ti", "ts", "di", "dn", "si", "ss", "fi")
PARAMETER_KINDS = ("int", "int", "str", "li", "di", "any", "ls", "float", "fn", "ti", "bool")

# Each raises, most of the time, whatever it is given.
FAILURES = ("{int} + {str}", "{str} + {int}", "{li}[99]", "{ti}[{int} + 99]", "{di}['nope']", "{di}[{li}]", "undefined", "{int}.nope", "{str}.uper()", "{li}.appendd({int})", "{li}.append()", "int('x{int}')", "{int} // 0", "{int} % 0",
            "None[0]", "None + {int}", "{li}.index('zz')", "[].pop()", "{str}()", "{int}()", "{li}({int})", "max([])", "min()", "len({int})", "sorted([{int}, {str}])", "{{{li}: 1}}", "{{{li}}}", "next(iter([]))", "{fn}()",
            "{fn}({int}, {int}, zzz={int})", "[q.x for q in {li} + [1]]", "sum({ls} + ['a'])", "{{}}[{ti}]", "chr(-{small} - 1)", "ord({str} + 'ab')", "{str}[{li}]", "{li}[{str}]", "{li}['a':]", "range({float})", "{int}[{int}]", "{int} in {int}",
            "'%d' % {str}", "'{{}}'.format()", "'{{a}}'.format(1)", "f'{{{fint}:s}}'", "float('abc')", "bytes([{int} + 256 * 10 ** 30])", "b'a' + 'b'", "{li} < {int}", "-{str}", "~{float}", "{float} << 1", "'a' * {li}", "{set_} | {li}",
            "dict({ints2})", "(lambda: {int} // 0)()", "(lambda q: q[0])({int})", "[1 // q for q in (1, 0)]", "{{q: 1 // q for q in (1, 0)}}", "sum(1 // q for q in (1, 0))", "sorted([3, 1], key=lambda q: q.x)", "list(map(lambda q: q.x, [1]))",
            "isinstance(1, 2)", "{di}.pop('zz')", "set().pop()", "{li}.remove('zz')", "{call}.nope", "{call}[{str}]", "int({li})", "abs({str})", "{str}.join({li} + [1])", "print({any}, sepp='')", "{any}.nope.nope", "round({str})", "divmod({int}, 0)",
            "{int} ** 'a'", "pow({int}, -1, 0)", "{any} @ {any}", "*{int}, {int}", "[*{int}]", "{{**{li}}}", "abs(*[1, 2])", "{fn}(**{int})", "{fn}(*{int})", "{fn}(**{{1: 2}})", "assert_", "zip({int})", "enumerate()", "{bytes}.decode('utf-8') + 1", "iter({int})",
            "(10 ** 400) / 3.0 * {str}", "float(10 ** 400)", "{str}.split('')", "{str}.find()", "{li}.sort(key=1)", "{li}.sort({int})", "[].x", "().count()", "sys.nope", "sys.getsizeof()", "len()", "len({li}, {li})", "sum(5)", "{ls}.join({str})", "{fi}.add(1)", "{ti}.append(1)")
# Statements that raise.
FAILING_STATEMENTS = ("a, b = {li_}", "a, b, *c = {small_}", "(a, b), c = 1, 2", "{li}[99] = 1", "{ti}[0] = 1", "{str}[0] = 'x'", "del {li}[99]", "del {di}['nope']", "del nope", "{int}.x = 1", "{li}.x = 1", "{li}.x += 1",
                      "assert {bool} and False", "assert not 1, {any}", "assert {int} == 'x', (\n    {str})", "for q in {int}:\n    pass", "for a, b in {li} + [1]:\n    pass", "if {int} < {str}:\n    pass", "while 1 // 0:\n    pass", "x_ = y_ = {int} + {str}", "x_: int = {int} + None",
                      "nope += 1", "{li2}[{str}] += 1", "{di2}['zz'] += 1", "{li2}[99] -= 1", "{li2}[0:2] += 1", "{li2}[::2] = [1] * 99", "{li2}[:] = {int}", "del {ti}[0]", "del {str}[0]", "raise ValueError({any})", "raise KeyError", "raise {int}", "raise ValueError(1, {str}) from KeyError(2)",
                      "raise SystemExit({small})", "sys.exit({str})", "for q in range(3): print(1 // (1 - q))", "nope()", "print(nope)", "print({int} // 0, {str})", "return_ = [\n    {int},\n    {int} // 0,\n]", "{str} % 3; {int} // 0", "[a, [b, c]] = {li_}", "{li2}.sort(key=lambda q: q // 0)")


class Timeout(BaseException):
    pass


def kind_of(value):
    """The kind of a live value, or None."""
    kind = {bool: "bool", int: "int", float: "float", str: "str", bytes: "bytes", range: "r"}.get(type(value))
    if kind or type(value) not in (list, tuple, dict, set, frozenset):
        return kind
    items = list(value)
    if type(value) is dict:
        if all(type(k) is str for k in items) and all(type(v) is int for v in value.values()):
            return "di"
        ints = all(type(k) is int for k in items) and all(type(v) is str for v in value.values())
        return "dn" if ints else None
    prefix = {list: "l", tuple: "t", set: "s", frozenset: "f"}[type(value)]
    for suffix, types in (("i", int), ("s", str), ("l", list)):
        if all(type(item) is types for item in items) and prefix + suffix in LITERALS:
            return prefix + suffix if suffix != "l" or all(kind_of(item) == "li" for item in items) else None
    return None


def too_big(value, depth=0):
    """What would make programs slow, or their output depend on addresses."""
    if type(value) is int:
        return value.bit_length() > 900
    if type(value) in (str, bytes):
        return len(value) > 600
    if type(value) in (list, tuple, dict, set, frozenset):
        if len(value) > 60 or depth > 5:
            return True
        if type(value) in (set, frozenset) and any(hash_is_address(item) for item in value):
            return True
        return any(too_big(item, depth + 1) for item in value) or (type(value) is dict and any(too_big(item, depth + 1) for item in value.values()))
    return False


def hash_is_address(value):
    if type(value) in (tuple, frozenset):
        return any(map(hash_is_address, value))
    return type(value) not in (int, str, bytes, float, bool) or value != value


class Scope:
    """The names that an expression may use, by kind; functions have one each, inside their outer one."""

    def __init__(self, outer=None):
        self.names, self.outer = {}, outer

    def add(self, kind, name):
        self.names[name] = kind

    def of(self, kind):
        found = [name for name, its in self.names.items() if its == kind]
        return found + (self.outer.of(kind) if self.outer else [])

    def kind(self, name):
        return self.names.get(name) or (self.outer.kind(name) if self.outer else None)


class Function:
    """What a call needs to know: parameters as (name, kind, how, has a default), and the kind of the result."""

    def __init__(self, name, parameters, result):
        self.name, self.parameters, self.result = name, parameters, result


class Program:
    def __init__(self, chance, statements=30):
        self.chance, self.wanted = chance, statements
        self.mischief = chance.choice((0, 0, 0.01, 0.04))
        self.count = 0
        self.functions = {}
        self.accepted = ["import sys"]

    # ---- expressions

    def expr(self, kind, depth, scope):
        chance = self.chance
        if kind == "plain":
            return chance.choice(LITERALS[chance.choice(("int", "float", "str", "bytes"))])
        if kind in UNIONS:
            kind = chance.choice(UNIONS[kind])
        if self.mischief and chance.random() < self.mischief and kind in TEMPLATES:
            kind = chance.choice(sorted(TEMPLATES))
        names = scope.of(kind) if kind != "any" else [n for k in CONTAINERS for n in scope.of(k)]
        if depth <= 0 or kind not in TEMPLATES or chance.random() < 0.25:
            if names and chance.random() < 0.75:
                return chance.choice(names)
            return chance.choice(LITERALS[kind])
        return self.fill(chance.choice(TEMPLATES[kind]), depth, scope)

    def fill(self, template, depth, scope):
        bindings = set(re.findall(r"\bfor (\w), (\w)|\bfor (\w)\b|lambda \*?(\w)", template))
        inner = scope
        if bindings:
            inner = Scope(scope)
            for names in bindings:
                for name in filter(None, names):
                    inner.add("int", name)

        def replace(match):
            text = match.group()
            if text in ("{{", "}}"):
                return text[0]
            return self.hole(text[1:-1], depth - 1, inner if self.chance.random() < 0.3 else scope)
        return re.sub(r"\{\{|\}\}|\{\w+\}", replace, template)

    def hole(self, kind, depth, scope):
        chance = self.chance
        if kind == "w":
            return chance.choice("vw")
        if kind == "lit":
            return chance.choice(("12", "ff", "101", "7"))
        if kind == "base":
            return chance.choice(("16", "0", "36", "8"))
        if kind == "bit":
            return chance.choice(("0", "1", "-1"))
        if kind == "small2":
            return chance.choice(("4", "7", "9"))
        if kind == "call":
            return self.call(depth, scope)
        if kind in ("li2", "di2", "set_", "ints2", "li_", "small_"):
            kind = {"li2": "li", "di2": "di", "set_": "si", "ints2": "li", "li_": "li", "small_": "small"}[kind]
        if kind in ("fint", "fany", "fspec"):
            return self.in_fstring(kind[1:], depth, scope)
        if kind in ("spec", "step", "bound"):
            return chance.choice(LITERALS[kind])
        text = self.expr(kind, depth, scope)
        try:
            node = ast.parse(text, mode="eval").body
        except SyntaxError:
            return text
        plain = (ast.Name, ast.Call, ast.Subscript, ast.Attribute, ast.List, ast.ListComp, ast.Dict, ast.Set, ast.SetComp, ast.DictComp, ast.Tuple, ast.JoinedStr)
        if isinstance(node, plain) or isinstance(node, ast.Constant) and not isinstance(node.value, (int, float)):
            return text
        return text if text.startswith("(") and isinstance(node, ast.GeneratorExp) else "(%s)" % text

    def in_fstring(self, kind, depth, scope):
        """No quotes, no backslashes, no braces at either end: what 3.11 takes too."""
        if kind == "spec":
            return self.chance.choice(LITERALS["spec"])
        for _ in range(5):
            text = self.hole(kind, min(depth, 1), scope)
            if not set(text) & set("'\"\\\n#{}!:="):
                return text
        return self.chance.choice(("1", "None", "(2, 3)", "len"))

    def call(self, depth, scope):
        known = [f for f in self.functions.values() if scope.kind(f.name) == "def" or isinstance(scope, Live)]
        if not known:
            return "abs(%s)" % self.expr("int", depth, scope)
        return self.call_of(self.chance.choice(known), depth, scope)

    def call_of(self, f, depth, scope):
        """Every form of a call that fits the parameters; sometimes one that does not."""
        chance, positional, keywords = self.chance, [], []
        by_name = False
        for name, kind, how, default in f.parameters:
            if how == "*args":
                for _ in range(0 if by_name else chance.randrange(3)):
                    positional.append(self.expr(kind, depth, scope))
            elif how == "**kwargs":
                for extra in chance.sample("uxyz", chance.randrange(3)):
                    keywords.append((extra, self.expr(kind, depth, scope)))
            elif default and chance.random() < 0.5:
                by_name = True
            elif how == "only" or how == "either" and (by_name or chance.random() < 0.3):
                by_name = True
                keywords.append((name, self.expr(kind, depth, scope)))
            elif not by_name:
                positional.append(self.expr(kind, depth, scope))
        chance.shuffle(keywords)
        if keywords and chance.random() < 0.3:
            split = chance.randrange(len(keywords))
            packed = "**{%s}" % ", ".join("%r: %s" % pair for pair in keywords[split:])
            texts = ["%s=%s" % pair for pair in keywords[:split]] + [packed]
        else:
            texts = ["%s=%s" % pair for pair in keywords]
        if positional and chance.random() < 0.25:
            split = chance.randrange(len(positional))
            positional = positional[:split] + ["*%s" % chance.choice(("[%s]", "(%s,)")) % ", ".join(positional[split:])]
        if self.mischief and chance.random() < 0.05:
            texts.append(chance.choice(("zz=1", "*[1]", "**{'zz': 2}")))
        return "%s(%s)" % (f.name, ", ".join(positional + texts))

    # ---- statements

    def name(self):
        return self.chance.choice("abcdefgh")

    def target(self, scope):
        """(text, kinds that it takes, names with kinds)"""
        chance = self.chance
        lists = scope.of("li")
        if lists and chance.random() < 0.15:
            return "%s[%s]" % (chance.choice(lists), chance.choice(LITERALS["index"])), "int", []
        dicts = scope.of("di")
        if dicts and chance.random() < 0.15:
            return "%s[%s]" % (chance.choice(dicts), chance.choice(LITERALS["str"])), "int", []
        kind = chance.choice(("int", "int", "li", "li", "di", "str", "ls", "si", "ti", "float", "dn", "ss", "ll", "fi", "bytes", "r", "bool", "fn", "g"))
        name = self.name()
        return name, kind, [(name, kind)]

    def simple(self, scope):
        chance = self.chance
        make = chance.choice((self.assign, self.assign, self.assign, self.augmented, self.mutate, self.mutate, self.unpack, self.show, self.show, self.delete, self.chain, self.refs))
        return make(scope)

    def assign(self, scope):
        target, kind, names = self.target(scope)
        text = "%s = %s" % (target, self.expr(kind, 3, scope))
        if names and self.chance.random() < 0.08 and not isinstance(scope, Local):
            text = "%s: %s" % (names[0][0], self.chance.choice(("int", "list", "'str'", "None"))) + text[len(target):]
        for name, its in names:
            scope.add(its, name)
        return [text]

    def chain(self, scope):
        first, second = self.name(), self.name()
        kind = self.chance.choice(("int", "li", "str", "di"))
        text = "%s = %s = %s" % (first, second, self.expr(kind, 2, scope))
        scope.add(kind, first), scope.add(kind, second)
        return [text]

    def augmented(self, scope):
        chance = self.chance
        kind, ops = chance.choice((("int", "+= -= *= //= %= &= |= ^= >>="), ("str", "+= *="), ("li", "+= *="), ("float", "+= -= *="), ("si", "|= &= -= ^="), ("di", "|="), ("ti", "+="), ("bytes", "+="), ("fi", "|= &=")))
        names = scope.of(kind)
        if not names:
            return self.assign(scope)
        op = chance.choice(ops.split())
        target = chance.choice(names)
        right = {"*=": "small" if kind != "int" else "int", "//=": "nonzero", "%=": "nonzero", ">>=": "small"}.get(op, kind)
        if kind == "li" and chance.random() < 0.4:
            target += chance.choice(("[0]", "[-1]", "[1:]", "[:2]"))
            right = "int" if target.endswith(("[0]", "[-1]")) else "li"
            op = "+="
        elif kind == "di" and chance.random() < 0.5:
            target, op, right = target + "['a']", "+=", "int"
        elif kind == "li" and op == "+=" and chance.random() < 0.5:
            right = "ints"
        return ["%s %s %s" % (target, op, self.expr(right, 2, scope))]

    MUTATIONS = {
        "li": ("append({int})", "extend({ints})", "insert({index}, {int})", "pop()", "pop({index})", "remove({int})", "sort()", "sort(reverse=True)", "sort(key=lambda q: -q)", "reverse()", "clear()", "[{bound}:{bound}] = {ints}", "[::2] = {li}", "sort(key=str)"),
        "ls": ("append({str})", "extend({ls})", "sort()", "sort(key=len)", "pop()", "insert(0, {str})", "reverse()", "extend({str})"), "ll": ("append({li})", "[0].append({int})", "pop()", "[-1] = {li}", "sort()", "extend({ll})"),
        "di": ("update({di})", "update(k={int}, l={int})", "pop({str}, None)", "popitem()", "setdefault({str}, {int})", "clear()", "[{str}] = {int}", "['a'] = {int}", "update([({str}, {int})])"),
        "dn": ("[{int}] = {str}", "update({dn})", "pop({int}, None)", "popitem()", "setdefault({int}, {str})"), "si": ("add({int})", "discard({int})", "update({ints})", "pop()", "remove({int})", "clear()", "difference_update({ints})", "symmetric_difference_update({ints})", "intersection_update({ints})"),
        "ss": ("add({str})", "discard({str})", "update({ls})", "update({str})"),
    }

    def mutate(self, scope):
        chance = self.chance
        kinds = [kind for kind in self.MUTATIONS if scope.of(kind)]
        if not kinds:
            return self.assign(scope)
        kind = chance.choice(kinds)
        operation = self.fill(chance.choice(self.MUTATIONS[kind]), 2, scope)
        text = chance.choice(scope.of(kind)) + ("" if operation.startswith("[") else ".") + operation
        return ["print(%s)" % text] if chance.random() < 0.2 and " = " not in text else [text]

    def unpack(self, scope):
        chance = self.chance
        names = [self.name() for _ in range(chance.randrange(2, 5))]
        shape = chance.randrange(7)
        if shape == 0:
            text, kinds = "%s = %s" % (", ".join(names), ", ".join(self.expr("int", 2, scope) for _ in names)), ["int"] * len(names)
        elif shape == 1:
            star = chance.randrange(len(names))
            text = "%s = %s" % (", ".join(("*" if i == star else "") + n for i, n in enumerate(names)), self.expr("ints", 2, scope))
            kinds = ["li" if i == star else "int" for i in range(len(names))]
        elif shape == 2:
            names, kinds = names[:2], ["int", "int"]
            text = "%s, %s = %s, %s" % (names[0], names[1], names[1], names[0]) if all(scope.kind(n) for n in names) else "[%s, %s] = %s, 2" % (names[0], names[1], self.expr("int", 2, scope))
        elif shape == 3:
            names = (names + ["a"])[:3]
            text = "(%s, [%s, *%s]) = %s, %s" % (names[0], names[1], names[2], self.expr("str", 1, scope), self.expr("ints", 1, scope))
            kinds = ["str", "int", "li"]
        elif shape == 4:
            names, kinds = names[:2], ["str", "int"]
            text = "for %s, %s in %s.items(): pass" % (names[0], names[1], self.expr("di", 1, scope))
            kinds = []
        elif shape == 5 and scope.of("li"):
            li = chance.choice(scope.of("li"))
            text, kinds = "%s[0], %s[-1] = %s[-1], %s[0]" % (li, li, li, li), []
        else:
            text, kinds = "%s = divmod(%s, %s)" % (", ".join(names[:2]), self.expr("int", 1, scope), self.expr("nonzero", 0, scope)), ["int", "int"]
        for name, kind in zip(names, kinds):
            scope.add(kind, name)
        return [text]

    def show(self, scope):
        chance = self.chance
        values = ", ".join(self.expr(chance.choice(("any", "any", "int", "str", "bool", "float", "li")), 3, scope) for _ in range(chance.randrange(1, 4)))
        return ["print(%s%s)" % (values, chance.choice(("", "", "", ", sep='|'", ", end=' $\\n'", ", *%s" % self.expr("any_iter", 1, scope))))]

    def refs(self, scope):
        names = [n for k in CONTAINERS for n in scope.of(k)]
        if not names:
            return self.show(scope)
        name = self.chance.choice(names)
        how = self.chance.choice(("sys.getrefcount(%s)", "sys.getsizeof(%s)", "(lambda q: sys.getrefcount(q))(%s)", "[sys.getrefcount(q) for q in [%s, %s]]", "(sys.getrefcount(%s), [%s, %s][0] is None)", "max([sys.getrefcount(%s)])"))
        return ["print(%s)" % how.replace("%s", name)]

    def delete(self, scope):
        chance = self.chance
        choices = ["del %s[%s:%s%s]" % (n, chance.choice(LITERALS["bound"]), chance.choice(LITERALS["bound"]), chance.choice((":2", "", ":-1"))) for n in scope.of("li")]
        choices += ["del %s[0]" % n for n in scope.of("ls")] + ["del %s['a']" % n for n in scope.of("di")] + ["del %s[0], %s[-1]" % (n, n) for n in scope.of("ll")]
        if isinstance(scope, Live) and self.count > 12:
            choices += ["del %s" % n for n in "abcdefgh" if scope.kind(n)][:1]
        return [chance.choice(choices)] if choices else self.show(scope)

    def block(self, scope, depth, loop=False):
        lines = []
        for _ in range(self.chance.randrange(1, 4)):
            lines += self.statement(scope, depth - 1)
            if loop and self.chance.random() < 0.12:
                lines += ["if %s:" % self.expr("bool", 1, scope), "    " + self.chance.choice(("break", "continue"))]
        return indented(lines)

    def statement(self, scope, depth):
        chance = self.chance
        if depth <= 0 or chance.random() < 0.6:
            return self.simple(scope)
        return chance.choice((self.conditional, self.for_loop, self.for_loop, self.while_loop, self.define))(scope, depth)

    def conditional(self, scope, depth):
        lines = ["if %s:" % self.expr("bool", 2, scope)] + self.block(scope, depth)
        if self.chance.random() < 0.3:
            lines += ["elif %s:" % self.expr("any", 2, scope)] + self.block(scope, depth)
        if self.chance.random() < 0.5:
            lines += ["else:"] + self.block(scope, depth)
        return lines

    def for_loop(self, scope, depth):
        chance = self.chance
        shape = chance.randrange(5)
        one, two = chance.sample("ijk", 2)
        if shape < 2:
            head, kinds = "for %s in %s:" % (one, self.expr("ints", 2, scope)), ((one, "int"),)
        elif shape == 2:
            head, kinds = "for %s, %s in enumerate(%s):" % (one, two, self.expr("ls", 1, scope)), ((one, "int"), (two, "str"))
        elif shape == 3:
            head, kinds = "for %s, %s in %s.items():" % (two, one, self.expr("di", 1, scope)), ((two, "str"), (one, "int"))
        else:
            head, kinds = "for %s, *%s in %s:" % (one, two, self.expr("ll", 1, scope)), ((one, "int"), (two, "li"))
        for name, kind in kinds:
            scope.add(kind, name)
        lines = [head] + self.block(scope, depth, loop=True)
        if chance.random() < 0.25:
            lines += ["else:"] + self.block(scope, depth)
        return lines

    def while_loop(self, scope, depth):
        name = self.chance.choice("mn")
        scope.add("int", name)
        lines = ["%s = %d" % (name, self.chance.randrange(5)), "while %s > 0%s:" % (name, self.chance.choice(("", "", " and " + self.expr("bool", 1, scope)))), "    %s -= 1" % name]
        lines += self.block(scope, depth, loop=True)
        if self.chance.random() < 0.3:
            lines += ["else:"] + self.block(scope, depth)
        return lines

    def parameters(self, scope):
        """(text, list of parameters)"""
        chance, texts, found = self.chance, [], []
        names = list("abcdefgh")
        chance.shuffle(names)
        defaults = False

        def add(how, must=False):
            nonlocal defaults
            kind, name = chance.choice(PARAMETER_KINDS), names.pop()
            defaults = defaults and how != "only" or chance.random() < 0.3
            found.append((name, kind, how, defaults))
            note = chance.choice((": int", ": 'x'")) if chance.random() < 0.1 else ""
            texts.append(name + note + ("=" + self.expr(kind, 1, scope) if defaults else ""))
        for _ in range(chance.choice((0, 0, 0, 1))):
            add("positional")
        if texts:
            texts.append("/")
        for _ in range(chance.randrange(4)):
            add("either")
        star = chance.random()
        if star < 0.25:
            texts.append("*rest"), found.append(("rest", "int", "*args", True))
        if star < 0.4:
            if star >= 0.25:
                texts.append("*")
            for _ in range(chance.choice((1, 2) if star >= 0.25 else (0, 1))):
                add("only")
        if chance.random() < 0.2:
            texts.append("**kw"), found.append(("kw", "int", "**kwargs", True))
        return ", ".join(texts), found

    def define(self, scope, depth):
        chance = self.chance
        name = "f%d" % len(self.functions) if isinstance(scope, Live) else "inner"
        text, parameters = self.parameters(scope)
        result = chance.choice(("int", "int", "str", "li", "any", "ti", "di"))
        local = Local(scope)
        for parameter, kind, how, _ in parameters:
            local.add({"*args": "ti", "**kwargs": "di"}.get(how, kind), parameter)
        lines = ["def %s(%s)%s:" % (name, text, chance.choice(("", "", "", " -> int")))]
        body = []
        if chance.random() < 0.1:
            body.append(chance.choice(("'a docstring'", "'''two\n    lines'''")))
        if isinstance(scope, Local) and chance.random() < 0.4:
            outer = [n for n in scope.names if n not in local.names]
            if outer:
                chosen = chance.choice(outer)
                body.append("nonlocal %s" % chosen)
        elif chance.random() < 0.15:
            free = [n for n in "abcdefgh" if n not in local.names]
            body.append("global %s" % chance.choice(free))
        self.count += 1
        for _ in range(chance.randrange(1, 5)):
            body += self.statement(local, depth - 1)
        body.append("return %s" % self.expr(result, 2, local))
        lines += indented(body)
        f = Function(name, parameters, result)
        scope.add("def", name)
        if isinstance(scope, Live):
            self.functions[name] = f
            return lines
        lines.append("%s = %s" % (chance.choice("abcdef"), self.call_of(f, 1, scope)))
        return lines

    # ---- the whole

    def make(self):
        names = self.fresh()
        attempts = 0
        while len(self.accepted) < self.wanted and attempts < 4 * self.wanted:
            attempts += 1
            self.count = len(self.accepted)
            functions = dict(self.functions)
            text = self.jitter("\n".join(self.statement(Live(names), 3)))
            if self.works(text, names):
                self.accepted.append(text)
            else:
                self.functions = functions
                names = self.fresh()
                for old in self.accepted:
                    self.execute(old, names)
        scope = Live(names)
        last = []
        for name in sorted(scope.names):
            if scope.names[name] not in ("def", "fn"):
                last.append("print(%r, %s, type(%s), sys.getsizeof(%s))" % (name, name, name, name))
            if scope.names[name] in CONTAINERS:
                last.append("print(%r, %s)" % (name, "sys.getrefcount(%s) if %s else 0" % (name, name)))
        if self.chance.random() < 0.85:
            last.append(self.jitter("\n".join(self.failure(scope))))
        return "\n".join(self.accepted + last) + "\n"

    def failure(self, scope):
        """A statement that raises, somewhere inside something."""
        chance = self.chance
        if chance.random() < 0.3:
            lines = self.fill(chance.choice(FAILING_STATEMENTS), 2, scope).split("\n")
        else:
            bad = "(%s)" % self.fill(chance.choice(FAILURES), 2, scope) if chance.random() < 0.7 else self.fill(chance.choice(FAILURES), 2, scope)
            for _ in range(chance.choice((0, 0, 1, 1, 2))):
                bad = chance.choice(("print(%s)", "[1, %s]", "len(%s)", "%s + 1", "1 + %s", "{'k': %s}", "(lambda: %s)()", "[%s for q in (1, 2)]", "%s[0]", "%s.x", "max(1, key=%s)", "sorted([2, 1], key=lambda q: %s)",
                                     "sum(%s for q in [1])", "not %s", "1 if %s else 2", "%s and 1", "{%s}", "f'{%s}'" if not set(bad) & set("'\"\\#{}\n!:") else "%s", "dict(a=%s)", "1 < %s < 3", "(1, *%s)", "print(1, end=%s)", "{**%s}", "x_ if 0 else %s", "%s(1)")).replace("%s", bad)
            lines = [chance.choice(("%s", "x_ = %s", "x_ += %s", "print(%s)", "assert %s", "a, b = %s", "if %s: pass", "for i in %s: pass", "del %s" if 0 else "%s", "x_ = 1; %s", "while %s: break", "a[%s] = 1", "return_ = %s, 1")).replace("%s", bad)]
        for i in range(chance.choice((0, 0, 0, 1, 1, 2, 3))):
            lines = ["def outer%d(n=1, *rest):" % i] + indented([chance.choice(("x = n", "print('in', n)", "'doc'", "pass", "# comment"))] + lines) + [chance.choice(("outer%d()", "print(outer%d(2, 3))", "[outer%d(q) for q in (1,)]", "x_ = outer%d(n=2)", "list(map(outer%d, [1]))", "(1 +\n    outer%d())")) % i]
        if chance.random() < 0.15:
            lines = ["for i in range(2):"] + indented(lines)
        return lines

    def jitter(self, text):
        """Breaks lines inside brackets, here and there."""
        if self.chance.random() < 0.75 or "'''" in text:
            return text
        out, depth, row, column = [], 0, 1, 0
        try:
            tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
        except (tokenize.TokenError, IndentationError):
            return text
        lines = text.split("\n")
        breaks = []
        for token in tokens:
            if token.type == tokenize.OP:
                depth += (token.string in "([{") - (token.string in ")]}")
                if depth and token.string in "([{,+*" and self.chance.random() < 0.3:
                    breaks.append(token.end)
        for row, column in reversed(breaks):
            line = lines[row - 1]
            pad = " " * self.chance.choice((4, 8, column))
            lines[row - 1] = line[:column] + self.chance.choice(("", "", "  # why", " ")) + "\n" + pad + line[column:].lstrip()
        return "\n".join(lines)

    def fresh(self):
        names = {"__name__": "__main__", "__builtins__": __builtins__}
        self.execute("import sys", names)
        return names

    def works(self, text, names):
        try:
            self.execute(text, names)
        except BaseException:
            return False
        return not any(too_big(value) for name, value in names.items() if not name.startswith("__"))

    @staticmethod
    def execute(text, names):
        def alarm(*_):
            raise Timeout
        kept = sys.stdout
        sys.stdout = io.StringIO()
        old = signal.signal(signal.SIGALRM, alarm)
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        try:
            exec(compile(text, "statement", "exec"), names)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, old)
            sys.stdout = kept


class Live(Scope):
    """The module's names, as they are now."""

    def __init__(self, names):
        super().__init__()
        for name, value in names.items():
            if name.startswith("__") or name == "sys":
                continue
            if callable(value):
                kind = "def" if re.fullmatch(r"f\d+", name) else "fn"
            else:
                kind = kind_of(value)
            if kind:
                self.names[name] = kind


class Local(Scope):
    """A function's names."""


def indented(lines):
    return ["    " + line for text in lines for line in text.split("\n")]


def limit_memory(bytes_):
    resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))
