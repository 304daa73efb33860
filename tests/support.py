"""What the test suites that compare with a real CPython share.

Environment: PYTHON (default: python3 on PATH) is the interpreter that says what is right; PYVIZ (default:
./pyviz at the top of the repository) is the program under test.
"""

import ast
import concurrent.futures
import os
import pathlib
import re
import signal
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROFILES = ((3, 11, 2), (3, 11, 7), (3, 12, 1), (3, 13, 0), (3, 13, 5))
JOBS = 2


class Reference:
    """The real interpreter, and the profile of pyviz that is nearest to it."""

    def __init__(self, command=None):
        command = command or os.environ.get("PYTHON", "python3")
        code = "import sys; print(sys.executable, *sys.version_info[:3])"
        answer = subprocess.run([command, "-c", code], capture_output=True, text=True, check=True)
        # Called by its real path: a version manager's shim on PATH costs more than the tests.
        self.path, *version = answer.stdout.split()
        self.version = tuple(map(int, version))
        minor, micro = self.version[1:]
        self.profile = "%d.%d.%d" % min(PROFILES, key=lambda p: (abs(p[1] - minor), abs(p[2] - micro)))

    def unsuited(self):
        """Why nothing can be compared with it, or None."""
        if self.version[:2] in [profile[:2] for profile in PROFILES]:
            return None
        return "python3 is CPython %d.%d.%d, and pyviz is 3.11, 3.12 and 3.13" % self.version

    def begin(self):
        """Says what is compared with; ends a suite, visibly skipped, that has nothing to compare with."""
        if self.unsuited():
            print("skipped: %s" % self.unsuited())
            print(closing_line(0, 0, 1))
            sys.exit(0)
        print("reference: CPython %d.%d.%d, profile %s" % (*self.version, self.profile))
        sys.stdout.flush()


def pyviz():
    """The program under test, as an absolute path."""
    path = pathlib.Path(os.environ.get("PYVIZ", ROOT / "pyviz")).resolve()
    if not os.access(path, os.X_OK):
        sys.exit("%s: no such program (build it with make, or set PYVIZ)" % path)
    return str(path)


def environment():
    """What both sides run under: a fixed seed, UTF-8, and nothing of the caller's Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept.update(PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1", LC_ALL="C.UTF-8", COLUMNS="80",
                NO_COLOR="1")
    return kept


class Result:
    """How a process ended: status (None after a timeout), and its two outputs."""

    def __init__(self, status, stdout, stderr):
        self.status, self.stdout, self.stderr = status, stdout, stderr


# What a sanitized build says of stacks that it does not know.
SANITIZER = re.compile(rb"^(==\d+==WARNING: ASan .*|False positive error reports may follow|For details see .*sanitizers.*)\n",
                       re.MULTILINE)


def run(command, stdin="", timeout=60, env=None, cwd=None):
    """Runs to the end or the timeout (a hang's, not a slow machine's); outputs are text, with what is not UTF-8 escaped."""
    try:
        done = subprocess.run(command, input=stdin.encode(), capture_output=True, timeout=timeout,
                              env=env or environment(), cwd=cwd)
    except subprocess.TimeoutExpired:
        return Result(None, "", "no end within %d s\n" % timeout)
    return Result(done.returncode, done.stdout.decode("utf-8", "backslashreplace"),
                  SANITIZER.sub(b"", done.stderr).decode("utf-8", "backslashreplace"))


def signals_by_default():
    """For a child, as in a terminal: what runs the tests may ignore some, nohup for one."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


# ---- programs of tests/lang ----


HEADER = re.compile(r"# test: (\w+)=(.+)$", re.MULTILINE)


def directives(path):
    """The `# test:` lines of a file; a value in quotes is read as a Python string."""
    found = dict(HEADER.findall(path.read_text(encoding="utf-8")))
    unknown = set(found) - {"stderr", "stdin", "from", "to"}
    if unknown:
        sys.exit("%s: unknown directive %s" % (path, ", ".join(sorted(unknown))))
    return {name: ast.literal_eval(value) if value[0] in "'\"" else value for name, value in found.items()}


# ---- suites of cases: functions that raise Wrong ----

CASES = []      # (name, function), in the order in which they stand


class Wrong(AssertionError):
    pass


def case(function):
    CASES.append((function.__name__.replace("_", " "), function))
    return function


def expect(condition, *what):
    if not condition:
        raise Wrong("\n".join(repr(w) if isinstance(w, bytes) else str(w) for w in what))


def in_parallel(function, items):
    """function over items, JOBS at a time; results come in the order of items, each as soon as it can."""
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        yield from pool.map(function, items)


def closing_line(passed, failed, skipped=0):
    """The last line of every suite, which tests/run adds up."""
    line = "%d passed, %d failed" % (passed, failed)
    return line + (", %d skipped" % skipped if skipped else "")
