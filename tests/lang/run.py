#!/usr/bin/env python3
"""Runs every file of this folder under python3 and under `pyviz run`, and compares.

Standard output, exit status and standard error must be equal: a test has no expected file, CPython says what is
right. A header line of a test may say otherwise:

    # test: stderr=last        only the last line of standard error is compared
    # test: stdin="Ada\\n36\\n"   what input() reads
    # test: from=3.13          skipped, visibly, under an older python3 (syntax errors are worded as 3.13 does)
    # test: to=3.13.0          skipped, visibly, under a newer one

later_*.py go beyond what the machine simulates so far: they are skipped, visibly, while pyviz refuses them
with "not simulated", and count like any other test as soon as it does not.

    tests/lang/run.py [-v] [FILE or part of a name ...]
"""

import atexit
import difflib
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import support  # noqa: E402


def last_line(text):
    return "".join(text.splitlines(True)[-1:])


def difference(name, expected, actual):
    """A unified diff, or nothing where both are equal."""
    if expected == actual:
        return ""
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(), "python3 " + name, "pyviz " + name,
                                 lineterm="")
    return "\n".join(lines) + "\n" or "%s: differs in the end of the last line only\n" % name


class Suite:
    def __init__(self):
        self.reference = support.Reference()
        self.scratch = tempfile.mkdtemp(prefix="pyviz-lang-") # where programs write files under python3
        atexit.register(shutil.rmtree, self.scratch, ignore_errors=True)
        self.program = support.pyviz()

    def compare(self, path):
        """('passed' | 'failed' | 'skipped', why)"""
        asked = support.directives(path)
        stdin = asked.get("stdin", "")
        least = tuple(map(int, asked.get("from", "3.11").split(".")))
        if least > self.reference.version[:len(least)]:
            return "skipped", "from Python %s on" % asked["from"]
        most = tuple(map(int, asked.get("to", "3.99").split(".")))
        if most < self.reference.version[:len(most)]:
            return "skipped", "up to Python %s" % asked["to"]
        actual = support.run([self.program, "run", "--python", self.reference.profile, str(path)], stdin, cwd=self.scratch)
        if path.name.startswith("later_") and "not simulated" in actual.stderr:
            return "skipped", actual.stderr.splitlines()[0].partition(": ")[2]
        expected = support.run([self.reference.path, str(path)], stdin, cwd=self.scratch)
        if asked.get("stderr") == "last":
            expected.stderr, actual.stderr = last_line(expected.stderr), last_line(actual.stderr)
        why = difference("stdout", expected.stdout, actual.stdout)
        why += difference("stderr", expected.stderr, actual.stderr)
        if expected.status != actual.status:
            why += "exit status: python3 %s, pyviz %s\n" % (expected.status, actual.status)
        return ("failed" if why else "passed"), why


def chosen(arguments):
    files = sorted(path for path in HERE.glob("*.py") if path.name != "run.py")
    if not arguments:
        return files
    return [path for path in files if any(pathlib.Path(part).name in path.name for part in arguments)]


def main(arguments):
    verbose = "-v" in arguments
    suite = Suite()
    suite.reference.begin()
    files = chosen([argument for argument in arguments if argument != "-v"])
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for path, (outcome, why) in zip(files, support.in_parallel(suite.compare, files)):
        counts[outcome] += 1
        if outcome == "failed":
            print("FAILED %s\n%s" % (path.relative_to(support.ROOT), why))
        elif outcome == "skipped":
            print("skipped %s: %s" % (path.name, why.strip()))
        elif verbose:
            print("passed %s" % path.name)
        sys.stdout.flush()
    print(support.closing_line(**counts))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
