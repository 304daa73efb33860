#!/usr/bin/env python3
"""Random programs over instances: attributes come and go, dicts are asked for, changed, copied, replaced; sizes and
orders are printed all along, so that shared keys must be shared, and given up, where CPython does.

    generate_instances.py SEED [N]      prints the programs of N seeds from SEED on
"""

import random
import sys

BEGIN = """\
import sys


def size(o):
    d = o.__dict__
    return sys.getsizeof(d), len(d), list(d), sys.getrefcount(d)


def tell(*what):
    print(*what)


class Plain:
    pass


class Inited:
    def __init__(self, a=1, b=2):
        self.b = b
        self.a = a


class Derived(Inited):
    extra = "class"

    def __init__(self):
        super().__init__()
        self.c = 3


class OfList(list):
    pass


class OfInt(int):
    pass


class OfDict(dict):
    pass


class Oops(Exception):
    pass


class Slotted:
    __slots__ = ("s", "__dict__")


class Hooked:
    def __setattr__(self, name, value):
        self.__dict__[name] = value
"""
CLASSES = ("Plain", "Plain", "Inited", "Inited", "Derived", "OfList", "OfInt", "OfDict", "Oops", "Slotted", "Hooked")
NAMES = ("a", "b", "c", "d", "e", "x1", "x2", "longer_name")
OPERATIONS = (
    "{o}.{n} = {v}", "{o}.{n} = {v}", "{o}.{n} = {v}", "{o}.{n} = {v}", "{p}.{n} = {v}", "setattr({o}, '{n}', {v})",
    "try:\n    del {o}.{n}\nexcept AttributeError as e:\n    tell(e)",
    "try:\n    tell({o}.{n})\nexcept AttributeError as e:\n    tell(e)",
    "tell(getattr({o}, '{n}', 'none'), hasattr({p}, '{n}'))",
    "tell('{o}', size({o}))", "tell('{o}', size({o}), sys.getsizeof({o}))", "tell(sys.getsizeof(type({o})))",
    "{o}.__dict__['{n}'] = {v}", "{o}.__dict__.pop('{n}', None)", "tell({o}.__dict__.get('{n}'), '{n}' in {o}.__dict__)",
    "{o}.__dict__.update({n}={v}, other={v})", "{o}.__dict__.setdefault('{n}', {v})",
    "tell('copy', sys.getsizeof({o}.__dict__.copy()), sys.getsizeof(dict({o}.__dict__)), sys.getsizeof({{**{o}.__dict__}}))",
    "tell('or', sys.getsizeof({o}.__dict__ | {{'{n}': {v}}}), list({o}.__dict__ | {p}.__dict__))",
    "tell(list({o}.__dict__.items()), list(reversed({o}.__dict__)), {o}.__dict__ == {p}.__dict__)",
    "if {o}.__dict__:\n    tell({o}.__dict__.popitem())", "{o}.__dict__.clear()", "{o}.__dict__[{v}] = 'int key'",
    "{o}.__dict__ = {{'{n}': {v}}}", "{o}.__dict__ = {p}.__dict__", "{o}.__dict__ = dict({p}.__dict__)", "try:\n    del {o}.__dict__\nexcept TypeError as e:\n    tell(e)",
    "kept = {o}.__dict__; {o} = {C}()\ntell('kept', sys.getsizeof(kept), kept)\nkept['{n}'] = {v}\ntell(sys.getsizeof(kept), kept)",
    "{o} = {C}()", "{o} = {C}()", "more = [{C}() for _ in range({v} + 1)]\ntell(sys.getsizeof(more[-1].__dict__)); del more",
    "for i in range({v}):\n    setattr({o}, 'n%d' % i, i)", "tell({o}.{n} if hasattr({o}, '{n}') else vars({o}))",
    "for k in list(vars({o})):\n    vars({o})[k] = 0", "c = vars({o}).copy(); c['{n}'] = {v}; tell('c', sys.getsizeof(c), list(c))",
    "Plain.{n} = {v}; tell(getattr({o}, '{n}', None)); del Plain.{n}", "try:\n    tell(sorted(k for k in dir({o}) if k in {names}))\nexcept TypeError as e:\n    tell(e)",
    "vars({o}).__delitem__('{n}') if '{n}' in vars({o}) else tell('no')", "tell(str(vars({o})))",
)


def program(seed):
    chance = random.Random(seed)
    parts = [BEGIN, "\n"]
    objects = ["o%d" % i for i in range(5)]
    parts += ("%s = %s()\n" % (o, chance.choice(CLASSES[:chance.choice((2, 4, 11))])) for o in objects)
    for _ in range(chance.randrange(25, 60)):
        form = chance.choice(OPERATIONS)
        if "{o}.__dict__[{v}]" in form or "del {o}" in form or "popitem" in form:
            form = chance.choice((form, OPERATIONS[0]))
        parts.append(form.format(o=chance.choice(objects), p=chance.choice(objects), n=chance.choice(NAMES),
                                 v=chance.randrange(12), C=chance.choice(CLASSES), names=NAMES) + "\n")
    parts += ("tell('end', '%s', size(%s), vars(%s))\n" % (o, o, o) for o in objects)
    return "".join(parts)


if __name__ == "__main__":
    start = int(sys.argv[1])
    for seed in range(start, start + int(sys.argv[2]) if len(sys.argv) > 2 else start + 1):
        print("# seed %d" % seed)
        print(program(seed))
