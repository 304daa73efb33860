#!/usr/bin/env python3
"""`pyviz verify`: every scenario and every program beside this file matches the python3 at hand; what does not match
is told of; what cannot be compared is said plainly.

    tests/verify/run.py [WORD...]       all cases, or those whose names contain one of the words
    VERIFY_SEED=500 tests/verify/run.py generated       the generated programs of other seeds, from 500 on

A comparison that compared nothing would pass everything. So the same program is compared where it must differ, too:
under another version than the one at hand, and with an interpreter that a wrapper has made tell something else.
"""

import json
import os
import pathlib
import signal
import stat
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(1, str(HERE.parent / "exact"))
import generate_gc  # noqa: E402
import support  # noqa: E402
from support import CASES, Wrong, case, expect  # noqa: E402

PYVIZ, REFERENCE = support.pyviz(), support.Reference()
PATIENCE = 60


def verify(*args, stdin="", env=None):
    """Result, with what was printed; nothing may be left behind in the folder for temporary files."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        kept = dict(support.environment(), TMPDIR=folder)
        kept.update(env or {})
        done = support.run([PYVIZ, "verify", "--with", REFERENCE.path, *map(str, args)], stdin, PATIENCE, kept)
        left = os.listdir(folder)
        expect(not left, "left behind: %s" % left)
    return done


def under_way(process):
    """Waits until it has started a python3."""
    children = pathlib.Path("/proc/%d/task/%d/children" % (process.pid, process.pid))
    deadline = time.monotonic() + PATIENCE
    while not children.read_text():
        expect(process.poll() is None and time.monotonic() < deadline, "no python3 was started")
        time.sleep(0.02)


def summary(done):
    return json.loads(done.stdout)


def matches(*args, **options):
    done = verify("--json", *args, **options)
    expect(done.stdout, "nothing printed:", done.stderr)
    told = summary(done)
    expect(told["outcome"] == "matches" and done.status == 0, json.dumps(told, indent=1), done.stderr)
    return told


def write(folder, text, name="program.py"):
    path = pathlib.Path(folder, name)
    path.write_text(text, encoding="utf-8")
    return path


def program(text):
    """A decorator's half: the case gets the path of a file with that text."""
    def decorate(function):
        def run():
            with tempfile.TemporaryDirectory() as folder:
                function(write(folder, text))
        run.__name__ = function.__name__
        return case(run)
    return decorate


# ---- what matches ----

for scenario in subprocess.run([PYVIZ, "list"], capture_output=True, text=True, check=True).stdout.splitlines():
    CASES.append(("scenario " + scenario.split()[0], lambda name=scenario.split()[0]: matches(name)))
for path in sorted((HERE / "programs").glob("*.py")):
    first, last = (support.directives(path).get(word) for word in ("from", "to"))
    if last and REFERENCE.version > tuple(map(int, last.split("."))):
        print("skipped program %s: up to Python %s" % (path.name, last))
    elif first and REFERENCE.version < tuple(map(int, first.split("."))):
        print("skipped program %s: from Python %s on" % (path.name, first))
    else:
        CASES.append(("program " + path.name, lambda path=path: matches(path)))


# ---- generated programs ----

FIRST_SEED, GENERATED = int(os.environ.get("VERIFY_SEED", "1")), 4


def is_comparable(text):
    """Whose statements do not depend on what else the interpreter has, or does at its end."""
    body = text[len(generate_gc.BEGIN):]
    return "where(" not in body and "Phoenix(" not in body


def gc_seeds():
    """The first so many whose programs can be compared, from the seed on."""
    seed, found = FIRST_SEED, []
    while len(found) < GENERATED:
        if is_comparable(generate_gc.program(seed)):
            found.append(seed)
        seed += 1
    return found


def generated(text):
    with tempfile.TemporaryDirectory() as folder:
        matches(write(folder, text))


for seed in gc_seeds():
    CASES.append(("generated gc, seed %d" % seed, lambda seed=seed: generated(generate_gc.program(seed))))


def altered(folder, words):
    """An interpreter whose observer tells something else: the sed script's doing."""
    path = write(folder, """#!/bin/sh
for file in ${PYTHONPATH%%%%:*}/sitecustomize.py; do
    [ -f "$file" ] && sed -i '%s' "$file"
done
exec %s "$@"
""" % (words, REFERENCE.path), "python3")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


# ---- the first collection, wherever the count stands when the program begins ----

ALL_KINDS_OF_STATEMENTS = """\
import gc
class Node:
    def __init__(self, name):
        self.name = name
        self.links = [self]
class Slim:
    __slots__ = ("one", "__weakref__")
class Loud(Node):
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
class Louder(Loud): pass
kept = [Node(1), Slim(), Louder]
def one(*rest, **more): return rest, more
kept.append(one(1, 2, a=3))
kept.append([[i] for i in range(3)])
kept.append((lambda: kept)())
try: kept.none
except AttributeError as error: kept.append(str(error))
kept.append(Node(2).__init__)
kept.append({1: {}, 2: {3: ()}})
"""


def with_shifted_count(count):
    """As altered() does: the recorder finds that count when the program begins, and leaves it to the program."""
    shift = "/class _Recorder/,$s/self.outside.begin()$/self.outside.count_before = %d; &/" % count
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, ALL_KINDS_OF_STATEMENTS + "kept.append([])\n" * 30)
        done = support.run([PYVIZ, "verify", "--json", "--with", altered(folder, shift), path], "", PATIENCE)
    told = summary(done)
    expect(told["outcome"] == "matches" and told["differing"] == 0, count, done.stdout)


THRESHOLD = 2000 if REFERENCE.version[:2] >= (3, 13) else 700
for below in range(-1, 40):
    CASES.append(("a beginning %d below the threshold" % below,
                  lambda count=THRESHOLD - below: with_shifted_count(count)))


@program("a = [1]\nfor i in range(3):\n    a.append(i); b = a\n\ndef f(x):\n    y = x\n    return y\n\nc = f(a)\n")
def every_statement_counts(path):
    told = matches(path)
    # a; the loop's header four times (and its end); the two of its body three times each; def; c; the two of f.
    expect(told["statements"] == 1 + 4 + 6 + 1 + 1 + 2, told)
    expect(told["compared"] == told["statements"] + 1, told)        # the end of the module, too
    expect(told["figures"] > 300, told)


@case
def code_on_the_command_line():
    matches("-c", "a = [1, 2]; b = a; print(len(a))")


@case
def a_program_on_standard_input():
    matches("-", stdin="a = {1: 2}\nprint(a)\n")


@program("import sys\nwords = sys.argv[1:]\nprint(words, sys.argv[0])\n")
def both_get_the_same_arguments(path):
    matches(path, "--", "one", "--two", "")
    matches("-c", path.read_text(), "--", "one")


@program("name = input()\nprint('hello', name)\nnames = [name, input('? ')]\n")
def both_read_the_same_input(path):
    matches(path, stdin="Ada\nGrace\n")


@program("def f(n):\n    return [1, 2, 3][n]\n\ntry:\n    f(1)\nfinally:\n    print('done')\nf(5)\n")
def exceptions_agree(path):
    told = matches(path)
    expect(told["statements"] == 7, told)


@program("import sys\nprint('so far')\nsys.exit(3)\n")
def exit_status_agrees(path):
    matches(path)


@program("a = {'pear', 'plum', 'kiwi'}\nprint(a, hash('fig'))\n")
def another_hash_seed(path):
    matches("--hash-seed", 7, path)


@program("""total = 0
rows = [[n] * 5 for n in range(300)]
for i in range(4000):
    total += i
""")
def long_runs_are_sampled(path):
    told = matches(path)
    expect(8000 < told["statements"] < 8100 and 100 < told["compared"] < 4000, told)
    expect("of 800" in told["notes"], told["notes"])


@program('''total = 0
for i in range(130_000):
    total += i
print(total)
raise SystemExit(total % 7)
''')
def the_rest_of_a_very_long_run_is_not_watched(path):
    told = matches(path)
    expect(told["statements"] == 200_000, told)
    expect("after 200000 statements only what is printed" in told["notes"], told["notes"])
    done = verify("--with", altered(path.parent, "s/200_000, 3_000_000/1_000, 3_000_000/"), path)
    expect("after 1000 statements only" in done.stderr + done.stdout, done.stdout, done.stderr)


# ---- what differs ----

OTHER = "3.11" if REFERENCE.version[:2] != (3, 11) else "3.13"


@program("a = [1]\na.pop()\nd = {'a': 1}\n")
def another_version_differs(path):
    """What pop leaves of a list of one, and sizes of strings, are not the same in 3.11 and in later versions."""
    expect("list a: allocated is " in verify("--json", "--python", OTHER, path).stdout, "capacity")
    done = verify("--python", OTHER, path)
    expect(done.status == 1, done.stdout, done.stderr)
    expect(":2: list a: sys.getsizeof is " in done.stdout, done.stdout)
    expect("\ndiffers from CPython %d.%d.%d at " % REFERENCE.version in done.stdout, done.stdout)


# A program in which each of these occurs, and how the observer is made to lie about it: the difference that shows.
LIES = (
    ("capacity", "s/return \"L %d %s\" % (allocated,/return \"L %d %s\" % (allocated + 4,/", "list a: allocated is 0 here, 4"),
    ("refcount", "s/refcount, kind = _words(address, 2)/refcount, kind = _words(address, 2); refcount += 1/", "refcount is "),
    ("size", "s/return _getsizeof(_borrowed(address))/& + 8/", "sys.getsizeof is "),
    ("slots", "s/usable, entries_used, used, \\*indices/usable, entries_used, used, *indices[::-1]/", "dict d: slot "),
    ("order", "s/yield from zip(row\\[::3\\], row\\[1::3\\], row\\[2::3\\])/yield from zip(row[::-3], row[1::3], row[2::3])/",
     "the hash of entry "),
    ("set", "s/elif hash_ == -1:/elif hash_ == 33:/", "set s: slot "),
    ("values", "s/_escaped(repr(value))/_escaped(repr(value)[::-1])/", "the value is "),
    ("sharing", "s/lambda: lambda: x)(0)/&/; s/number = self.numbers.get(address)$/number = None/", "the object of a"),
    ("MRO", "s/_bases_of(class_), _order_of(class_)/_bases_of(class_), _bases_of(class_)/", "its MRO is "),
    ("names", "s/for name in sorted(rows)))$/for name in sorted(rows)[1:]))/; s/for name in sorted(rows)))\\]/x/;"
     " s/for name in sorted(rows))\\])/for name in sorted(rows)[1:])])/", "names here"),
    ("tracking", "s/tracked = 1 if _word/tracked = 0 if _word/", "gc.is_tracked is 1 here, 0"),
    ("generation", "s/generation = 0 if address in/generation = 1 if address in/", "generation is 0 here, 1"),
    ("attributes", "s/rows\\[_borrowed(key)\\] = value/rows[_borrowed(key) + \"_\"] = value/", "is bound in CPython, not here"),
)
LIED_ABOUT = """import gc
gc.disable()
class C:
    def __init__(self):
        self.x = 1

a = []
a.append(11)
b = [a]
c = a
d = {1: 2, 9: 3, "a": 4}
s = {1, 33, 2}
o = C()
end = True
"""


def lie(name, words, told):
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, LIED_ABOUT)
        done = support.run([PYVIZ, "verify", "--json", "--with", altered(folder, words), path], "", PATIENCE)
        expect(done.status == 1 and told in done.stdout, "not found: %s" % told, done.stdout, done.stderr)


for row in LIES:
    CASES.append(("a lie about " + row[0], lambda row=row: lie(*row)))


@program("import sys\nx = []\nprint(hasattr(sys, 'watched'))\nx.append(1)\n")
def what_being_watched_changes(path):
    """The watched run prints something else: that is no difference if the other run does not, but said."""
    done = verify("--with", altered(path.parent, "s/observer.collecting = /sys.watched = observer.collecting = /"), path)
    expect(done.status == 0, done.stdout, done.stderr)
    expect("from line 3 on statements were not compared: being watched" in done.stderr + done.stdout, done.stderr)


@program("x = []\nx.append(1)\nx.append(2)\nx.append(3)\nprint(x)\n")
def an_observer_that_is_ended(path):
    """What is not compared from there on is said, although the rest agrees."""
    done = verify("--with", altered(path.parent, "s/self.count += 1$/&; self.count < 3 or _exit(0)/"), path)
    expect(done.status == 0, done.stdout, done.stderr)
    expect("from line 2 on statements were not compared: the observer was ended" in done.stdout, done.stdout)


@program("import os\nx = []\nprint('so far', flush=True)\nos._exit(3)\n")
def a_program_that_ends_at_once(path):
    """As an observer that is ended does, but nothing comes after it."""
    done = verify(path)
    expect(done.status == 0 and "the observer was ended" not in done.stdout, done.stdout, done.stderr)


@program("import sys\nx = []\nprint(hasattr(sys, 'watched'))\nx.append(1)\n")
def what_both_runs_print_differs(path):
    done = verify("--with", altered(path.parent, "s/^_memory = /sys.watched = _memory = /"), path)
    expect(done.status == 1, done.stdout, done.stderr)
    expect(":3: line 1 of the output is \"False\" here, \"True\" in CPython" in done.stdout, done.stdout)
    expect(done.stdout.count("output") == 1, done.stdout)


@program("if __debug__:\n    print('checked')\nelse:\n    print('not checked')\nassert [0] == [1]\n")
def output_and_end_differ(path):
    with tempfile.TemporaryDirectory() as folder:
        real = write(folder, "#!/bin/sh\nexec %s -O \"$@\"\n" % REFERENCE.path, "python3")
        real.chmod(0o755)
        done = support.run([PYVIZ, "verify", "--json", "--with", real, path], "", PATIENCE)
    for told in ("line 1 of the output is ", "line 1 of standard error is ", "the exit status is 1 here, 0 in CPython"):
        expect(done.status == 1 and told in done.stdout, told, done.stdout, done.stderr)


# ---- what cannot be compared ----

@case
def an_interpreter_by_a_relative_path():
    """A lesson that comes with pyviz is run in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        altered(folder, "")
        done = subprocess.run([PYVIZ, "verify", "--with", "./python3", "list-append"], cwd=folder, capture_output=True,
                              text=True, timeout=PATIENCE)
        expect(done.returncode == 0 and "\nmatches " in "\n" + done.stdout, done.stdout, done.stderr)


@case
def no_such_interpreter():
    done = support.run([PYVIZ, "verify", "--with", "/no/such/python", "-c", "a = 1"], "", PATIENCE)
    expect(done.status == 1 and "/no/such/python cannot be run" in done.stderr, done.stdout, done.stderr)


@case
def no_python3_at_all():
    done = support.run([PYVIZ, "verify", "-c", "a = 1"], "", PATIENCE, {"PATH": "/nonexistent"})
    expect(done.status == 1 and "python3 cannot be run" in done.stderr, done.stdout, done.stderr)


@case
def not_a_python():
    done = support.run([PYVIZ, "verify", "--with", "/bin/true", "-c", "a = 1"], "", PATIENCE)
    expect(done.status == 1 and "does not answer" in done.stderr, done.stdout, done.stderr)


@case
def another_version_of_the_language():
    with tempfile.TemporaryDirectory() as folder:
        old = write(folder, "#!/bin/sh\necho cpython 3.8.1 True False\n", "python3")
        old.chmod(0o755)
        done = support.run([PYVIZ, "verify", "--with", old, "-c", "a = 1"], "", PATIENCE)
    expect(done.status == 1 and "3.11, 3.12 and 3.13" in done.stderr and "3.8.1" in done.stderr, done.stderr)


@program("a = 1\nimport tkinter\n")
def what_is_not_simulated(path):
    done = verify(path)
    expect(done.status == 1 and "not simulated" in done.stderr, done.stdout, done.stderr)


@program("a = (1,\n")
def a_syntax_error(path):
    done = verify(path)
    expect(done.status == 1 and ":1:5:" in done.stderr, done.stdout, done.stderr)


@program("class Node[T]:\n    pass\n")
def read_as_its_version_reads(path):
    done = verify(path)
    if REFERENCE.version[:2] >= (3, 12):
        expect(done.status == 0, done.stdout, done.stderr)
    else:
        expect(done.status == 1 and ":1:11: SyntaxError" in done.stderr, done.stdout, done.stderr)


@program("x = [1]\nprint(__file__)\n")
def named_by_a_path_that_is_not_the_shortest(path):
    matches(path.parent / ".." / path.parent.name / "." / path.name)
    matches(os.path.relpath(path))


@program("import sys\nx = [1]\nsys.settrace(None)\nx.append(2)\ny = x\n")
def turning_tracing_off_ends_nothing(path):
    told = matches(path)
    expect(told["compared"] == 6, told)


@program("import installed_only_there\n")
def a_module_of_that_installation(path):
    with tempfile.TemporaryDirectory() as folder:
        write(folder, "x = 1\n", "installed_only_there.py")
        done = verify(path, env={"PYTHONPATH": folder})
    expect(done.status == 1 and "pyviz has not" in done.stdout + done.stderr, done.stdout, done.stderr)


@case
def a_file_that_is_missing():
    done = verify("/no/such/file.py")
    expect(done.status == 1 and "file.py" in done.stderr, done.stderr)
    expect(verify().status == 2, "no file is wrong usage")


@program("n = 0\nwhile True:\n    n = n + 1\n")
def an_endless_loop(path):
    start = time.monotonic()
    done = verify("--time-limit", 2, path)
    expect(done.status == 1 and "within 2 seconds" in done.stderr, done.stdout, done.stderr)
    expect(time.monotonic() - start < 20, "too slow to stop")


@program("n = 0\nwhile True:\n    n = n + 1\n")
def an_interrupt(path):
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        env = dict(support.environment(), TMPDIR=folder)
        process = subprocess.Popen([PYVIZ, "verify", "--with", REFERENCE.path, str(path)], env=env,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=support.signals_by_default)
        under_way(process)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)
        expect(process.returncode == 130 and b"interrupted" in errors, process.returncode, errors)
        expect(not os.listdir(folder), "left behind: %s" % os.listdir(folder))


@program("n = 0\nwhile True:\n    n = n + 1\n")
def an_interrupt_that_is_ignored(path):
    process = subprocess.Popen([PYVIZ, "verify", "--time-limit", "3", "--with", REFERENCE.path, str(path)], env=support.environment(),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    under_way(process)
    process.send_signal(signal.SIGHUP)
    _, errors = process.communicate(timeout=PATIENCE)
    expect(process.returncode == 1 and b"within 3 seconds" in errors, process.returncode, errors)


@program("print('x' * 100)\nwhile True:\n    print('x' * 1000)\n")
def endless_output(path):
    done = verify("--max-output", 1, "--time-limit", 10, path)
    expect(done.status == 1, done.stdout, done.stderr)


def outcome(row):
    name, function = row
    try:
        function()
        return name, None
    except Wrong as wrong:
        return name, str(wrong)
    except Exception as error:
        return name, repr(error)


def main(words):
    REFERENCE.begin()
    chosen = [row for row in CASES if not words or any(word in row[0] for word in words)]
    passed = failed = 0
    for name, wrong in support.in_parallel(outcome, chosen):
        passed, failed = passed + (wrong is None), failed + (wrong is not None)
        if wrong is not None:
            print("FAILED %s\n%s" % (name, "".join("  %s\n" % line for line in wrong.splitlines()[:40])), end="")
    print(support.closing_line(passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
