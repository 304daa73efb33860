#!/usr/bin/env python3
"""Looks into the heap of every program of tests/lang and of scenarios: at the end every count of references is right,
and no block is left that nothing leads to. Of every eighth program the counts are looked at between statements, too.

    tests/heap/run.py [part of a name ...]

Environment: BUILD (default build): where tests/heap_tool is; EVERY (default 8); PYTHON chooses the profile.
"""

import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import support  # noqa: E402

TOOL = pathlib.Path(os.environ.get("BUILD", support.ROOT / "build")).resolve() / "tests" / "heap_tool"
EVERY = int(os.environ.get("EVERY", "8"))
STRIDE = 40     # statements from one look to the next, at first
TIMEOUT = 120


def programs(parts):
    files = sorted((support.ROOT / "scenarios").glob("*.py"))
    files += [path for path in sorted((support.ROOT / "tests" / "lang").glob("*.py")) if path.name != "run.py"]
    return [path for path in files if not parts or any(part in path.name for part in parts)]


def main(parts):
    profile = support.Reference().profile
    jobs = [(path, STRIDE if number % EVERY == 0 else 0) for number, path in enumerate(programs(parts))]

    def look(job):
        path, stride = job
        stdin = support.directives(path).get("stdin", "")
        return support.run([str(TOOL), str(stride), "run", "--python", profile, str(path)], stdin, timeout=TIMEOUT)

    failed = 0
    for (path, stride), result in zip(jobs, support.in_parallel(look, jobs)):
        if result.status != 0:
            failed += 1
            print("FAILED %s (stride %d)\n%s" % (path.name, stride, result.stdout or result.stderr))
    print(support.closing_line(len(jobs) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
