#!/usr/bin/env python3
"""Measures which names a CPython has interned by the time that a script begins, and writes
src/machine/boot_names.def:

    boot_names.py 3.11=PYTHON 3.12=PYTHON 3.13=PYTHON > src/machine/boot_names.def

Candidates are all words of the standard libraries' sources and of the interpreters themselves; one is
interned already if sys.intern() of a fresh copy gives another object.  What .pth files of installed
packages import is left out: `site` runs without them.
"""

import itertools
import pathlib
import re
import subprocess
import sys

PROBE = r"""
import site, sys
site.addsitepackages = lambda known: known
site.main()
for zq in open(0, encoding="ascii"):
    zs = "".join(list(zq[:-1]))
    if sys.intern(zs) is not zs:
        print(zs)
"""
FOLDERS = "import sys, sysconfig; print(sysconfig.get_path('stdlib')); print(sys.executable)"
LIMIT, WIDTH = 4000, 92          # of a string literal in C17; of a line


def run(python, code, text=""):
    return subprocess.run([python, "-S", "-c", code], input=text, capture_output=True, text=True,
                          check=True).stdout.split("\n")


def candidates(pythons):
    words = set()
    for python in pythons:
        library, program = run(python, FOLDERS)[:2]
        for path in pathlib.Path(library).rglob("*.py"):
            if not {"test", "site-packages"} & set(path.parts):
                words.update(re.findall(r"\w+", path.read_text("utf-8", "replace"), re.A))
        found = re.findall(rb"(?<!\w)\w{2,60}(?=\x00)", pathlib.Path(program).read_bytes())
        words.update(word.decode() for word in found)
    return sorted(word for word in words if 1 < len(word) < 80)


def chunks(names):
    """The names as strings of C: a blank before and behind each name."""
    text = " "
    for name in names:
        if len(text) + len(name) + 1 > LIMIT:
            yield text
            text = " "
        text += name + " "
    yield text


def literal(text):
    lines, line = [], ""
    for word in re.findall(r"\S* ", text):
        if len(line) + len(word) > WIDTH:
            lines.append(line)
            line = ""
        line += word
    return "\n".join('     "%s"' % line for line in lines + [line])


def main(arguments):
    pythons = dict(argument.split("=", 1) for argument in arguments)
    words = "".join(word + "\n" for word in candidates(pythons.values()))
    known = {version: set(run(python, PROBE, words)) - {""} for version, python in pythons.items()}
    print(HEAD)
    versions = list(known)
    for n in range(len(versions), 0, -1):
        for group in itertools.combinations(versions, n):
            names = set.intersection(*(known[v] for v in group))
            names -= set().union(*(known[v] for v in versions if v not in group))
            mask = " | ".join("V" + version.replace(".", "_") for version in group)
            for text in chunks(sorted(names)) if names else ():
                print("NAMES(%s,\n%s)" % (mask, literal(text)))


HEAD = """\
/* What CPython has interned by the time that a script begins: the names of the builtin types'
 * attributes, of the modules that `site` imports, of everything in them.  Written by
 * tests/exact/boot_names.py.
 * NAMES(versions, names): a blank before and behind each name; sorted over all rows of the same
 * versions. */"""

if __name__ == "__main__":
    main(sys.argv[1:])
