#!/usr/bin/env python3
"""Class hierarchies, whose orders are printed: random ones, many of which have no order, with the words of the error;
and those of the whole standard library, rebuilt with empty classes.

    generate_mro.py SEED [N]             prints the programs of N seeds from SEED on
    generate_mro.py --library [PYTHON]   prints those of a python3's library
"""

import json
import random
import subprocess
import sys

AT_ONCE = 300        # classes of one program, those above them not counted
LONGEST = 60         # seconds for importing the library

# Runs in the python3 whose library it is: [[names of the bases' places] of each class], bases first.
COLLECT = r"""
import importlib, json, os, pkgutil, sys, warnings
warnings.simplefilter("ignore")
out = os.dup(1)
sink = os.open(os.devnull, os.O_RDWR)
os.dup2(sink, 0), os.dup2(sink, 1), os.dup2(sink, 2)
SKIPPED = {"antigravity", "this", "idlelib", "test", "turtledemo", "turtle", "lib2to3", "__main__", "_aix_support",
           "ensurepip", "venv", "nt", "ntpath", "winreg", "pip"}


def attempt(name):
    try:
        return importlib.import_module(name)
    except BaseException:
        return None


for name in sorted(sys.stdlib_module_names - SKIPPED):
    module = attempt(name)
    for part in pkgutil.iter_modules(getattr(module, "__path__", ())):
        if part.name not in ("__main__", "tests", "test"):
            attempt(name + "." + part.name)

found, places, waiting = [], {}, [object]
while waiting:                       # every class is a subclass of something that is known already
    cls = waiting.pop()
    if cls in places:
        continue
    late = [base for base in cls.__bases__ if base not in places]
    if late:
        waiting += [cls, *late]
        continue
    places[cls] = len(found)
    found.append([places[base] for base in cls.__bases__])
    waiting += sorted(type.__subclasses__(cls), key=lambda c: (c.__module__, c.__qualname__), reverse=True)
os.write(out, json.dumps(found).encode())
"""


def library_hierarchy(python):
    return json.loads(subprocess.run([python, "-I", "-c", COLLECT], capture_output=True, timeout=LONGEST, check=True).stdout)


def above(bases, wanted):
    """The classes asked for and all that stand above them, bases first; object (0) left out."""
    chosen, waiting = set(), list(wanted)
    while waiting:
        n = waiting.pop()
        if n and n not in chosen:
            chosen.add(n)
            waiting += bases[n]
    return sorted(chosen)


def of_library(python):
    """Programs that rebuild the classes of its library, so many at a time."""
    bases = library_hierarchy(python)
    for first in range(1, len(bases), AT_ONCE):
        wanted = range(first, min(first + AT_ONCE, len(bases)))
        lines = []
        for n in above(bases, wanted):
            names = ", ".join("C%d" % base for base in bases[n] if base) if bases[n] != [0] else ""
            lines.append("class C%d(%s): pass" % (n, names if 0 not in bases[n] or bases[n] == [0] else names + ", object"))
        lines.append("for n in range(%d, %d):" % (wanted.start, wanted.stop))
        lines.append("    print(n, *[c.__name__ for c in globals()['C%d' % n].__mro__])")
        lines.append("print('end', %d)\n" % len(bases))
        yield "\n".join(lines)


NAMES = ("A", "Base", "Mixin", "Left", "Right", "Top", "Widget", "Reader", "Writer", "Named", "Größe", "X" * 40, "Y" * 90)


def program(seed):
    """Classes with bases in any order, of which many cannot be: the error is printed, and the class is not there."""
    rng = random.Random(seed)
    lines = ["def tell(name, bases):", "    try:", "        made = type(name, bases, {})", "    except TypeError as e:",
             "        print(name, [b.__name__ for b in bases], 'TypeError', e)", "    else:",
             "        print(name, [c.__name__ for c in made.__mro__], [c.__name__ for c in made.mro()])",
             "        classes.append(made)", "", "",
             "classes = [object, %s]" % ", ".join(rng.sample(("int", "dict", "list", "Exception", "tuple"), rng.randrange(3))),
             ""]
    for n in range(rng.randrange(10, 60)):
        name = "%s%d" % (rng.choice(NAMES), n)
        count = rng.choice((0, 1, 1, 2, 2, 2, 3, 3, 4, 6, rng.randrange(12)))
        near = rng.random() < 0.6        # of the newest, so that there are long orders to be merged
        picks = ["classes[%s]" % ("-1 - %d %% len(classes)" % rng.randrange(8) if near else "%d %% len(classes)" % rng.randrange(60))
                 for _ in range(count)]
        lines.append("tell(%r, (%s))" % (name, "".join(pick + ", " for pick in picks)))
        if rng.random() < 0.15:          # another order for a class that is there
            lines.append("try:\n    classes[-1].__bases__ = (%s)\nexcept TypeError as e:\n    print('bases', e)\n"
                         "else:\n    print('bases', [c.__name__ for c in classes[-1].__mro__])"
                         % "".join(pick + ", " for pick in picks))
    lines.append("print('end', len(classes))\n")
    return "\n".join(lines)


if __name__ == "__main__":
    if sys.argv[1] == "--library":
        print("\n".join(of_library(sys.argv[2] if len(sys.argv) > 2 else sys.executable)))
    else:
        first, count = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
        print("\n".join(map(program, range(first, first + count))))
