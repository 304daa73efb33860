"""Builds the symbol table of every .py file of the standard library with pyviz and with the python3
that runs this, and compares blocks, names, flags, scopes and parameters.

usage: parser_symbols.py TOOL [FOLDER...]

EVERY (default 7) in the environment: of the files every how many-th is read.
"""

import os
import pathlib
import subprocess
import symtable
import sys
import sysconfig
import warnings

MINOR = sys.version_info.minor
# CPython's DEF_ flags by name, in the numbers of this version; those of pyviz are 3.13's.
try:
    import _symtable as raw
except ImportError:
    sys.exit("no _symtable here")
PAIRS = [(raw.DEF_GLOBAL, 1), (raw.DEF_LOCAL, 2), (raw.DEF_PARAM, 4), (raw.USE, 16),
         (raw.DEF_IMPORT, 128), (raw.DEF_ANNOT, 256)]
if hasattr(raw, "DEF_NONLOCAL"):
    PAIRS.append((raw.DEF_NONLOCAL, 8))
SCOPES = {raw.LOCAL: 1, raw.GLOBAL_EXPLICIT: 2, raw.GLOBAL_IMPLICIT: 3, raw.FREE: 4, raw.CELL: 5}
MASK = sum(ours for _, ours in PAIRS)
SCOPE_MASK = getattr(raw, "SCOPE_MASK", 15)


def flags_of(value):
    return (sum(ours for theirs, ours in PAIRS if value & theirs),
            SCOPES[value >> raw.SCOPE_OFF & SCOPE_MASK])


def theirs(table, depth=0):
    """One line a block; names that are free only for the sake of a child come in any order."""
    entry = table._table
    names = [(name, *flags_of(value)) for name, value in entry.symbols.items()]
    passed = sorted(n for n in names if n[1] == 0)
    yield (depth, table.get_name(), bool(entry.nested), [n for n in names if n[1]], passed,
           list(entry.varnames))
    for child in table.get_children():
        yield from theirs(child, depth + 1)


def ours(text):
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip(" "))
        head, rest = line.strip().split(":", 1)
        symbols, varnames = rest.split("|")
        names = []
        for symbol in symbols.split():
            name, value = symbol.rsplit("=", 1)
            flags, scope = value.split("/")
            names.append((name, int(flags) & MASK, int(scope)))
        yield (depth, head.split()[1], head.split()[2][0] == "1", [n for n in names if n[1]],
               sorted(n for n in names if n[1] == 0), varnames.split())


def read_answer(process):
    lines = []
    while (line := process.stdout.readline()) not in ("\n", ""):
        lines.append(line)
    return "".join(lines)


def main():
    warnings.simplefilter("ignore")
    tool = sys.argv[1]
    folders = sys.argv[2:] or [sysconfig.get_paths()["stdlib"]]
    process = subprocess.Popen([tool, f"symbols{MINOR}"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True, encoding="utf-8")
    counts = dict.fromkeys(("files", "blocks", "different", "skipped"), 0)
    files = sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*.py")
                   if "site-packages" not in path.parts)[::int(os.environ.get("EVERY", 7))]
    for path in files:
        counts["files"] += 1
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        answer = read_answer(process)
        try:
            expected = list(theirs(symtable.symtable(path.read_bytes(), str(path), "exec")))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            counts["skipped"] += 1
            continue
        if answer.startswith("not simulated"):
            counts["skipped"] += 1
            continue
        try:
            found = list(ours(answer))
        except (ValueError, IndexError):
            found = [answer]
        counts["blocks"] += len(expected)
        if found != expected:
            counts["different"] += 1
            if counts["different"] <= 10:
                pair = next(((a, b) for a, b in zip(found, expected) if a != b), (found[-1:], ""))
                print(f"{path}\n  pyviz:  {pair[0]}\n  python: {pair[1]}")
    print(", ".join(f"{value} {key}" for key, value in counts.items()))
    return 1 if counts["different"] else 0


if __name__ == "__main__":
    sys.exit(main())
