#!/usr/bin/env python3
"""Compares the insides of objects: the programs in programs/, then generated ones.

    run.py                       all of programs/, the generated programs of seeds 1 to 100, and those of
                                 generate_refs.py, generate_instances.py, generate_copies.py and
                                 generate_mro.py of seeds 1 to 30, whose output is compared; those of
                                 generate_phases.py of seeds 1 to 8; --library; and --contract
    run.py --seed 123            one generated program, with its text
    run.py --seeds 500 1000      1000 generated programs, from seed 500 on
    run.py --refs 500 1000       1000 of generate_refs.py's
    run.py --instances 500 1000  1000 of generate_instances.py's
    run.py --gc 500 1000         1000 of generate_gc.py's
    run.py --copies 500 1000     1000 of generate_copies.py's
    run.py --phases 500 1000     1000 of generate_phases.py's, each by `pyviz verify`
    run.py --mro 500 1000        1000 of generate_mro.py's
    run.py --library             every class hierarchy of the python3's standard library
    run.py --contract [FILE...]  `state` in the midst of the scenarios, or of these programs: contract.py
    run.py NAME...               those of programs/ whose name holds a NAME
"""

import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
import compare  # noqa: E402
import contract  # noqa: E402
import generate  # noqa: E402
import generate_gc  # noqa: E402
import generate_copies  # noqa: E402
import generate_instances  # noqa: E402
import generate_mro  # noqa: E402
import generate_phases  # noqa: E402
import generate_refs  # noqa: E402
import probe  # noqa: E402
import support  # noqa: E402

SEEDS = range(1, 101)
PRINTING = {"refs": generate_refs, "instances": generate_instances, "gc": generate_gc, "copies": generate_copies,
            "mro": generate_mro}
PRINTING_SEEDS = range(1, 31)
PHASES_SEEDS = range(1, 9)
SHOWN = 25                          # differences of one program that are printed


class Suite:
    def __init__(self, folder):
        self.reference, self.program, self.folder = support.Reference(), support.pyviz(), folder
        self.reference.begin()

    def generated(self, seed):
        path = pathlib.Path(self.folder, "seed_%d.py" % seed)
        path.write_text(generate.program(seed), encoding="utf-8")
        return "seed %d" % seed, path

    def printing(self, kind, seeds):
        for seed in seeds:
            path = pathlib.Path(self.folder, "%s_%d.py" % (kind, seed))
            path.write_text(PRINTING[kind].program(seed), encoding="utf-8")
            yield "%s %d" % (kind, seed), path

    def phases(self, seeds):
        for seed in seeds:
            path = pathlib.Path(self.folder, "phases_%d.py" % seed)
            path.write_text(generate_phases.program(seed), encoding="utf-8")
            yield "phases %d" % seed, path

    def library(self):
        """The classes of the standard library, rebuilt."""
        for number, text in enumerate(generate_mro.of_library(self.reference.path), 1):
            path = pathlib.Path(self.folder, "library_%d.py" % number)
            path.write_text(text, encoding="utf-8")
            yield "mro of the library, part %d" % number, path

    def contract(self, files=()):
        """What `state` promises, of programs of every sort."""
        folders = (support.ROOT / "scenarios", support.ROOT / "tests" / "stage" / "programs" / "ordinary")
        paths = [pathlib.Path(file) for file in files] or [p for folder in folders for p in sorted(folder.glob("*.py"))]
        return [("contract %s" % path.name, path) for path in paths]

    def compare_output(self, title, path):
        """What the program itself says; both must get to its end."""
        commands = [self.reference.path, str(path)], [self.program, "run", "--python", self.reference.profile, str(path)]
        wanted, got = [support.run(command).stdout.splitlines() for command in commands]
        differences = ["python3 %s  pyviz %s" % pair for pair in zip(wanted, got) if pair[0] != pair[1]]
        if len(wanted) != len(got) or not wanted or "end" not in wanted[-1]:
            differences.append("%d and %d lines" % (len(wanted), len(got)))
        return title, differences, len(wanted), 0

    def verify(self, title, path):
        """What `pyviz verify` says of it: where collections begin, and what they find."""
        done = support.run([self.program, "verify", "--with", self.reference.path, str(path)])
        lines = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("note")]
        figures = re.match(r"matches CPython .*, (\d+) figures", lines[-1]) if lines else None
        differences = [] if done.status == 0 and figures else lines or ["nothing was said"]
        return title, differences, int(figures[1]) if figures else 0, 0

    def outcome(self, case):
        """(title, differences, figures compared, refcounts not told)"""
        title, path = case
        if title.split()[0] in PRINTING:
            return self.compare_output(title, path)
        if title.split()[0] == "phases":
            return self.verify(title, path)
        if title.split()[0] == "contract":
            return (title, *contract.Contract(self.reference, self.program).check(path), 0)
        try:
            done = compare.compare(self.reference, self.program, path)
            return title, done.differences, done.compared, done.untold
        except probe.Failure as failure:
            return title, str(failure).rstrip().splitlines(), 0, 0

    def run(self, cases):
        passed = failed = compared = untold = 0
        for title, differences, figures, missing in support.in_parallel(self.outcome, cases):
            passed, failed = passed + (not differences), failed + bool(differences)
            compared, untold = compared + figures, untold + missing
            if differences:
                print("FAILED %s" % title)
                print("".join("  %s\n" % line for line in differences[:SHOWN]), end="")
                if len(differences) > SHOWN:
                    print("  and %d more" % (len(differences) - SHOWN))
            sys.stdout.flush()
        print("%d figures compared; pyviz left %d reference counts open" % (compared, untold))
        print(support.closing_line(passed, failed))
        return 1 if failed else 0


def written(parts):
    paths = sorted((HERE / "programs").glob("*.py"))
    return [(path.name, path) for path in paths if not parts or any(part in path.name for part in parts)]


def main(arguments):
    with tempfile.TemporaryDirectory() as folder:
        suite = Suite(folder)
        if arguments[:1] == ["--seed"] and len(arguments) == 2:
            print(generate.program(int(arguments[1])))
            cases = [suite.generated(int(arguments[1]))]
        elif arguments[:1] == ["--seeds"] and len(arguments) == 3:
            first, count = map(int, arguments[1:])
            print("seeds %d to %d" % (first, first + count - 1))
            cases = map(suite.generated, range(first, first + count))
        elif len(arguments) == 3 and arguments[0][2:] in PRINTING:
            first, count = map(int, arguments[1:])
            cases = suite.printing(arguments[0][2:], range(first, first + count))
        elif arguments[:1] == ["--phases"] and len(arguments) == 3:
            first, count = map(int, arguments[1:])
            cases = suite.phases(range(first, first + count))
        elif arguments == ["--library"]:
            cases = suite.library()
        elif arguments[:1] == ["--contract"]:
            cases = suite.contract(arguments[1:])
        elif arguments and arguments[0].startswith("-"):
            sys.exit(__doc__)
        else:
            cases = written(arguments)
            if not arguments:
                print("%d programs, and seeds %d to %d" % (len(cases), SEEDS[0], SEEDS[-1]))
                cases += map(suite.generated, SEEDS)
                for kind in PRINTING:
                    cases += suite.printing(kind, PRINTING_SEEDS)
                cases += suite.phases(PHASES_SEEDS)
                cases += suite.library()
                cases += suite.contract()
        return suite.run(cases)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
