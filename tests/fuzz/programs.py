#!/usr/bin/env python3
"""Random programs under python3 and under `pyviz run`: standard output, standard error and exit status must be equal.

    tests/fuzz/programs.py [SEED [COUNT]]      program N is the same wherever it is made
    tests/fuzz/programs.py --show SEED         prints the program of that seed
    tests/fuzz/programs.py --shrink FILE       prints the smallest part of a failing program that still fails

PYTHON and PYVIZ choose the two sides, as for the other suites. A failing program is shrunk and printed with what
differs. Addresses are not compared.
"""

import ast
import concurrent.futures
import difflib
import os
import pathlib
import random
import re
import sys
import tempfile
import warnings

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
import support  # noqa: E402
import grammar  # noqa: E402

ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
SHRINK_RUNS = 150
TIMEOUT = 10


def program(seed):
    return grammar.Program(random.Random(seed), statements=random.Random(-seed - 1).choice((4, 12, 30, 45))).make()


class Pair:
    """python3 and pyviz, run on the same text."""

    def __init__(self):
        self.reference, self.pyviz = support.Reference(), support.pyviz()
        self.folder = tempfile.TemporaryDirectory()

    def results(self, text):
        path = os.path.join(self.folder.name, "%x.py" % (hash(text) & 0xffffffff))
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        try:
            yield support.run([self.reference.path, *os.environ.get("PYTHONFLAGS", "").split(), path], timeout=TIMEOUT)
            yield support.run([self.pyviz, "run", "--python", self.reference.profile, path], timeout=TIMEOUT)
        finally:
            os.unlink(path)

    def difference(self, text):
        """What differs, as text; empty if nothing does, or if the machine says that it does not simulate something."""
        python, pyviz = self.results(text)
        if "not simulated" in pyviz.stderr or python.status is None:
            return ""
        parts = []
        for name in ("stdout", "stderr"):
            one, two = (ADDRESS.sub("0x~", getattr(side, name)).splitlines() for side in (python, pyviz))
            parts += difflib.unified_diff(one, two, "python3 " + name, "pyviz " + name, n=1, lineterm="")
        if python.status != pyviz.status:
            parts.append("exit status: python3 %s, pyviz %s" % (python.status, pyviz.status))
        return "\n".join(parts)


def signature(difference):
    """What kind of failure it is: shrinking must not wander off to another one."""
    kinds = {line.split()[1] for line in difference.splitlines() if line.startswith("--- ")}
    words = re.findall(r"^[-+](\w*(?:Error|Warning|Exit|Iteration))\b", difference, re.MULTILINE)
    return "status" if "exit status" in difference else " ".join(sorted(kinds)), tuple(sorted(set(words)))


class Shrinker:
    def __init__(self, pair, text):
        self.pair, self.best, self.runs = pair, text, 0
        self.wanted = signature(pair.difference(text))

    def fails(self, text):
        self.runs += 1
        try:
            compile(text, "shrunk", "exec")
        except (SyntaxError, ValueError):
            return False
        difference = self.pair.difference(text)
        return bool(difference) and signature(difference) == self.wanted

    def shrink(self):
        self.lines()
        self.tree()
        self.lines()
        return self.best

    def lines(self):
        """Leaves out runs of lines, shorter and shorter ones."""
        lines = self.best.splitlines(True)
        size = max(1, len(lines) // 2)
        while size and self.runs < SHRINK_RUNS:
            at = 0
            while at < len(lines):
                fewer = lines[:at] + lines[at + size:]
                if fewer and self.fails("".join(fewer)):
                    lines = fewer
                else:
                    at += size
            size //= 2
        self.best = "".join(lines)

    def tree(self):
        """Puts a part of an expression in the place of the whole."""
        progress = True
        while progress and self.runs < SHRINK_RUNS:
            progress = False
            for smaller in self.smaller():
                if self.runs >= SHRINK_RUNS:
                    break
                if smaller != self.best and self.fails(smaller):
                    self.best, progress = smaller, True
                    break

    def smaller(self):
        lines = self.best.splitlines(True)
        offsets = [0]
        for line in lines:
            offsets.append(offsets[-1] + len(line.encode()))
        data = self.best.encode()

        def span(node):
            return offsets[node.lineno - 1] + node.col_offset, offsets[node.end_lineno - 1] + node.end_col_offset
        for node in ast.walk(ast.parse(self.best)):
            if isinstance(node, (ast.Constant, ast.Name)) or not isinstance(node, (ast.expr, ast.stmt)):
                continue
            start, end = span(node)
            children = [child for child in ast.iter_child_nodes(node) if isinstance(child, (ast.expr, ast.stmt))]
            for child in children:
                if isinstance(child, ast.expr) == isinstance(node, ast.expr):
                    low, high = span(child)
                    yield (data[:start] + data[low:high] + data[end:]).decode("utf-8", "replace")
            if isinstance(node, ast.expr):
                for constant in (b"0", b"''", b"[]"):
                    yield (data[:start] + constant + data[end:]).decode("utf-8", "replace")


def main(arguments):
    if arguments[:1] == ["--show"]:
        print(program(int(arguments[1])), end="")
        return 0
    pair = Pair()
    if arguments[:1] == ["--shrink"]:
        text = pathlib.Path(arguments[1]).read_text(encoding="utf-8")
        text = Shrinker(pair, text).shrink()
        print(text + "\n" + pair.difference(text))
        return 0
    seed, count = ([int(a) for a in arguments if a != '--raw'] + [0, 200][len([a for a in arguments if a != '--raw']):])[:2]
    pair.reference.begin()
    failed, seen = 0, set()
    grammar.limit_memory(4 << 30)
    warnings.simplefilter("ignore")
    with concurrent.futures.ThreadPoolExecutor(support.JOBS) as pool:
        seeds, texts = range(seed, seed + count), map(program, range(seed, seed + count))
        for number, text, difference in zip(seeds, *both(pool, pair, texts)):
            if not difference:
                continue
            failed += 1
            kind = signature(difference)
            if kind in seen and failed > 20:
                continue
            seen.add(kind)
            if "--raw" not in sys.argv:
                text = Shrinker(pair, text).shrink()
            print("FAILED seed %d\n%s\n%s\n" % (number, text, pair.difference(text)), flush=True)
    print(support.closing_line(count - failed, failed))
    return 1 if failed else 0


def both(pool, pair, texts):
    """The texts, and what differs for each; the programs are made here, where signals arrive."""
    texts = list(texts)
    return texts, pool.map(pair.difference, texts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
