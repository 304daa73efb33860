#!/usr/bin/env python3
"""Drives the real program in a real terminal (tmux) and asks whether it does what its keys promise, whatever happens to
the terminal meanwhile.

    tests/terminal/run.py [WORD...]      all tests, or those whose names contain one of the words

A test is a function of a test_*.py beside this file whose name begins with test_.  PYVIZ is the program.  The module may
say why its tests are SKIPPED.
"""

import importlib
import inspect
import pathlib
import sys
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import support  # noqa: E402
import tmux  # noqa: E402


def tests(words):
    for path in sorted(HERE.glob("test_*.py")):
        module = importlib.import_module(path.stem)
        for name, function in vars(module).items():
            wanted = not words or any(word in path.stem + "." + name for word in words)
            if name.startswith("test_") and inspect.isfunction(function) and wanted:
                why = getattr(module, "SKIPPED", None) if tmux.available() else "there is no tmux"
                yield path.stem[5:], name[5:], function, why


def attempt(function):
    """None, or what went wrong."""
    try:
        function()
    except AssertionError as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = [f for f in frames if pathlib.Path(f.filename).name.startswith("test_")][-1]
        return "line %d, %s\n%s" % (where.lineno, where.line, error)
    except Exception:
        return traceback.format_exc()
    return None


def main(words):
    passed = failed = skipped = 0
    for suite, name, function, why in tests(words):
        label = "%s: %s" % (suite, name.replace("_", " "))
        if why:
            print("skipped, %s: %s" % (why, label))
            skipped += 1
            continue
        start = time.monotonic()
        wrong = attempt(function)
        print("%s %s (%.1f s)" % ("FAILED" if wrong else "ok    ", label, time.monotonic() - start))
        if wrong:
            failed += 1
            print("    " + wrong.rstrip().replace("\n", "\n    "))
        else:
            passed += 1
        sys.stdout.flush()
    print(support.closing_line(passed, failed, skipped))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
