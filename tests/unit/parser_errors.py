"""Compares the errors that pyviz finds in bad programs with those that CPython 3.13 finds, word for word and
column for column. The programs and CPython's answers stand in parser_errors.txt.

usage: parser_errors.py TOOL             compares
       parser_errors.py --record         under CPython 3.13: asks it again, and rewrites the file
"""

import ast
import pathlib
import subprocess
import sys
import warnings

FILE = pathlib.Path(__file__).with_suffix(".txt")


def read():
    """(the lines of comment, [(program, answer)])"""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    rest = [line for line in lines if not line.startswith("#")]
    return head, [(ast.literal_eval(a), b.strip()) for a, b in zip(rest[::2], rest[1::2])]


def cpython(program):
    try:
        compile(program, "<text>", "exec")
    except SyntaxError as e:
        end = (e.end_lineno, e.end_offset)
        if not e.end_offset or e.end_offset < 1 or end == (e.lineno, e.offset):
            end = (0, 0)
        return "%s: %d %d %d %d: %s" % (type(e).__name__, e.lineno, max(e.offset, 1), *end, e.msg)
    return "fine"


def normal(answer):
    """An empty range is no range, and no column is the first."""
    kind, *rest = answer.split(": ", 2)
    if len(rest) < 2:
        return answer
    line, col, end_line, end_col = map(int, rest[0].split())
    if (end_line, end_col) == (line, col):
        end_line = end_col = 0
    return "%s: %d %d %d %d: %s" % (kind, line, max(col, 1), end_line, end_col, rest[1])


def record():
    warnings.simplefilter("ignore")
    head, cases = read()
    with FILE.open("w", encoding="utf-8") as out:
        out.write("\n".join(head) + "\n")
        for program, _ in cases:
            out.write("%r\n    %s\n" % (program, cpython(program)))


def main():
    if sys.argv[1:] == ["--record"]:
        return record()
    _, cases = read()
    texts = [program.encode("utf-8") for program, _ in cases]
    sent = b"".join(b"%d\n%s" % (len(text), text) for text in texts)
    run = subprocess.run([sys.argv[1], "errors"], input=sent, capture_output=True, check=True)
    answers = run.stdout.decode("utf-8").splitlines()
    failed = 0
    for (program, expected), found in zip(cases, answers, strict=True):
        if normal(found) != expected:
            failed += 1
            print("%r\n  CPython: %s\n  pyviz:   %s" % (program, expected, found))
    print("%d passed, %d failed" % (len(cases) - failed, failed))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
