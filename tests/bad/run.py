#!/usr/bin/env python3
"""Everything that can be wrong with what pyviz is given: each is told of clearly, with file:line:col where there is such a
place and a documented exit status, and nothing crashes, hangs, or sends a control character to a terminal.

    tests/bad/run.py [WORD...]       all cases, or those whose names contain one of the words

What cannot be run is refused alike by every command and by the interactive program, before the screen changes.  What goes
wrong while it runs is a frame and a state like others; `run` and `trace` tell of it as python3 would.
"""

import json
import os
import pathlib
import pty
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import support  # noqa: E402
from support import CASES, Wrong, case, expect  # noqa: E402

PYVIZ = support.pyviz()
COMMANDS = ("run", "check", "state", "trace", "render")
PATIENCE = 30                       # seconds; a case that takes longer hangs
CONTROLS = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae\x8e\x8f]")


# ---- running it ----

def pyviz(*args, stdin=b"", stdout=subprocess.PIPE, program=PYVIZ, **options):
    """A finished run, its output as bytes; never killed by a signal, never without an end."""
    env = dict(support.environment(), XDG_STATE_HOME="/proc/nowhere")
    try:
        done = subprocess.run([program, *map(str, args)], input=stdin, stdout=stdout, stderr=subprocess.PIPE, env=env,
                              timeout=PATIENCE, **options)
    except subprocess.TimeoutExpired:
        raise Wrong("no end within %d s: %s" % (PATIENCE, args))
    done.stderr = support.SANITIZER.sub(b"", done.stderr)
    expect(done.returncode >= 0, "killed by signal %d: %s" % (-done.returncode, args), done.stderr)
    expect(b"Sanitizer" not in done.stderr and b"runtime error" not in done.stderr, done.stderr)
    expect(not CONTROLS.search(done.stderr), "control characters on standard error", done.stderr)
    return done


def on_terminal(*args, keys=b"", until=None):
    """(exit status, all that it sent) of an interactive run; `keys` are typed once `until` was seen."""
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update(support.environment(), TERM="xterm-256color", XDG_STATE_HOME="/proc/nowhere")
        os.environ.pop("NO_COLOR", None)
        os.execv(PYVIZ, [PYVIZ, *map(str, args)])
    data, deadline, to_type = b"", time.monotonic() + PATIENCE, list(keys)
    while time.monotonic() < deadline:
        ready, _, _ = select.select([fd], [], [], 0.1)
        if ready:
            try:
                data += os.read(fd, 65536)
            except OSError:
                break
        elif to_type and (not until or re.search(until, data)):
            os.write(fd, to_type.pop(0))
    else:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(fd)
        raise Wrong("no end within %d s: %s" % (PATIENCE, args), data[-500:])
    os.close(fd)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    expect(status >= 0, "killed by signal %d: %s" % (-status, args))
    return status, data


FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="pyviz-bad-"))


def file(name, text):
    path = FOLDER / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(path, status, *patterns, options=()):
    """Every command, and the interactive program, refuse it alike; `run` may put it as python3 does."""
    for command in COMMANDS:
        done = pyviz(command, *options, path)
        expect(done.returncode == status and not done.stdout, command, done.returncode, done.stdout[:300], done.stderr)
        text = done.stderr.decode()
        wanted = patterns if command != "run" or "SyntaxError" not in text else (re.sub(r"^.*:\d+:\d+: ", "", patterns[0]),)
        for pattern in wanted:
            expect(re.search(pattern, text, re.MULTILINE), command, pattern, text)
    code, sent = on_terminal(*options, path)
    expect(code == status and b"\033[" not in sent, "interactive", code, sent)
    for pattern in patterns:
        expect(re.search(pattern, sent.decode().replace("\r", ""), re.MULTILINE), "interactive", pattern, sent)


def fails(source, *patterns, options=(), status=1, exception=None, in_room=None, output=None):
    """It loads, and fails as it runs: in every command as the design says."""
    path = file("fails.py", source)
    expect(pyviz("check", path).returncode == 0, "check")
    for command in ("run", "trace"):
        done = pyviz(command, *options, path)
        expect(done.returncode == status, command, done.returncode, done.stderr)
        for pattern in patterns:
            expect(re.search(pattern, done.stderr.decode(), re.MULTILINE), command, pattern, done.stderr)
        if command == "run" and output is not None:
            expect(done.stdout == output, done.stdout)
        if command == "trace":
            for line in done.stdout.splitlines()[-3:]:
                json.loads(line)
    done = pyviz("state", *options, path)
    state = json.loads(done.stdout)
    expect(done.returncode == (0 if exception else 1), "state", done.returncode, done.stderr)
    expect((state["exception"] or {}).get("type") == exception, state["exception"])
    done = pyviz("render", *options, "--end", path)
    expect(done.returncode == (0 if exception else 1), "render", done.returncode, done.stderr)
    frame = done.stdout.decode()
    expect(re.search(in_room or patterns[-1], " ".join(frame.split())), "render", in_room or patterns[-1], frame)
    code, sent = on_terminal("--no-motion", *options, path, keys=[b"G", b"\033[D", b"q"], until=rb"\d/\d+")
    expect(code == 0, "interactive", code)


# ---- what cannot be read ----

@case
def a_missing_file():
    refused(FOLDER / "missing.py", 1, r"missing\.py: .*No such file")


@case
def a_name_that_is_none():
    refused("dict-insrt", 2, r"did you mean dict-insert\?")
    refused("quite-another-thing", 2, r"no built-in scenario is called quite-another-thing")


@case
def a_directory():
    refused(FOLDER, 1, r"directory")


@case
def a_file_that_may_not_be_read():
    path = file("secret.py", "x = 1\n")
    path.chmod(0)
    if os.access(path, os.R_OK):        # root may read everything: be somebody else
        FOLDER.chmod(0o755)
        program = shutil.copy(PYVIZ, FOLDER / "pyviz")  # who may not look into root's folders
        for command in COMMANDS:
            done = pyviz(command, path, program=program, user=65534, group=65534, extra_groups=[])
            expect(done.returncode == 1 and b"Permission denied" in done.stderr, command, done.returncode, done.stderr)
    else:
        refused(path, 1, r"secret\.py: .*Permission denied")


@case
def bytes_that_are_not_utf8():
    refused(file("bytes.py", b"x = 1\ny = '\xff\xfe'\n"), 1, r"bytes\.py:2:6: .*(0xff is not UTF-8|'.xff' in file .*bytes\.py on line 2, but)", r"y = '\\xff\\xfe'", r"\^")
    refused(file("coding.py", b"# coding: klingon\nx = 1\n"), 1, r"coding\.py:1.*klingon")


@case
def nul_bytes():
    refused(file("nul.py", b"x = 1\n\0y = 2\n"), 1, r"nul\.py:2:1: SyntaxError: source code .*null bytes")


@case
def bytes_that_are_no_text_as_python3_tells_of_them():
    for name, source, said in (("r1.py", b"x = 1\n# \xe9\n", "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file %s on line 2, but no encoding "
                                "declared; see https://peps.python.org/pep-0263/ for details\n"),
                               ("r2.py", b"x = 1\ny = '\0'\n", "  File \"%s\", line 2\n    y = '\nSyntaxError: source code cannot contain null bytes\n"),
                               ("r3.py", b"# \xff\nx = '\0'\n", "SyntaxError: Non-UTF-8 code starting with '\\xff' in file %s on line 1, but no encoding "
                                "declared; see https://peps.python.org/pep-0263/ for details\n"),
                               ("r4.py", b"\0\n# \xff\n", "  File \"%s\", line 1\n    \nSyntaxError: source code cannot contain null bytes\n")):
        path = file(name, source)
        done = pyviz("run", path)
        expect(done.returncode == 1 and done.stderr.decode() == said % path, done.stderr)


@case
def a_line_of_50_megabytes():
    path = file("long.py", b"x = '" + b"a" * 50_000_000 + b"'\n")
    refused(path, 1, r"long\.py: limit exceeded: .*longer than \d+ bytes")
    done = pyviz("check", "--max-source", 64, path)
    expect(done.returncode == 0, done.stderr)
    done = pyviz("run", "--max-source", 64, path)
    expect(done.returncode == 0, done.stderr)
    done = pyviz("check", "--max-source", 64, file("long2.py", b"x = ('" + b"a" * 50_000_000 + b"'\n"))
    expect(done.returncode == 1 and b"never closed" in done.stderr and len(done.stderr) < 2000, done.stderr[:2000])
    path.unlink()


@case
def other_files_that_are_no_programs():
    refused(file("program", b"\x7fELF\x02\x01\x01\0\0\0"), 1, r"null bytes|not UTF-8|invalid")
    expect(pyviz("run", "/dev/null").returncode == 0)
    done = pyviz("run", "/dev/zero")
    expect(done.returncode == 1 and (b"longer than" in done.stderr or b"null bytes" in done.stderr), done.stderr)


# ---- what cannot be compiled ----

@case
def syntax_errors():
    for source, place, message in (
            ("x = (1 +\n", "1:5", r"SyntaxError: '\(' was never closed"),
            ("a = 1\nif a\n    b = 2\n", "2:5", "SyntaxError: expected ':'"),
            ("def f():\nx = 1\n", "2:1", "IndentationError: expected an indented block after function definition on line 1"),
            ("if 1:\n        x = 1\n\ty = 2\n", "3:", "TabError|IndentationError"),
            ("x = 'abc\n", "1:5", "SyntaxError: unterminated string literal"),
            ("f(a=1, a=2)\n", "1:8", "SyntaxError: keyword argument repeated: a"),
            ("1 = x\n", "1:1", "SyntaxError: cannot assign to literal here"),
            ("return 1\n", "1:1", "SyntaxError: 'return' outside function"),
            ("x = 1 $ 2\n", "1:7", "SyntaxError: invalid syntax"),
            ("\u00a0x = 1\n", "1:1", r"SyntaxError: invalid non-printable character U\+00A0")):
        path = file("syntax.py", source)
        for command in ("check", "state", "trace", "render"):
            done = pyviz(command, path)
            text = done.stderr.decode()
            expect(done.returncode == 1 and re.match(r".*syntax\.py:%s.*(%s)" % (place, message), text) and "^" in text,
                   command, source, text)
        ours, real = pyviz("run", path), subprocess.run([sys.executable, str(path)], capture_output=True)
        expect(ours.returncode == real.returncode == 1 and not ours.stdout, source)
        expect(ours.stderr.decode().splitlines()[-1].split(":")[0] == real.stderr.decode().splitlines()[-1].split(":")[0],
               source, ours.stderr, real.stderr)
    refused(file("syntax.py", "a = 1\nif a\n    b = 2\n"), 1, r"syntax\.py:2:5: SyntaxError: expected ':'")


@case
def directives():
    for line, message in (("# pyviz: shwo d", "unknown directive 'shwo'"), ("# pyviz: detail loud", "'detail' is one of"),
                          ("# pyviz: show", "show"), ("# pyviz:", "directive"), ("# pyviz: show 1x", "1x")):
        path = file("directive.py", "d = {}\n%s\nd[1] = 2\n" % line)
        done = pyviz("check", path)
        expect(done.returncode == 1 and re.search(r"directive\.py:2:\d+: directive error: .*%s" % message, done.stderr.decode()),
               line, done.stderr)
    refused(file("directive.py", "d = {}\n# pyviz: shwo d\n"), 1, r"directive\.py:2:10: directive error: unknown directive 'shwo'",
            r"# pyviz: shwo d", r"\^\^\^\^")


MANY = ", ".join("a%d" % i for i in range(4100))
NOT_SIMULATED = (("match [1]:\n    case [%s, *rest]:\n        pass\n" % MANY, "2:10"),)


@case
def a_relative_path_is_named_as_python3_names_it():
    path = file("relative.py", "import sys\nprint(sys.argv, __file__)\nraise ZeroDivisionError\n")
    for name in ("relative.py", "./relative.py", "../%s/relative.py" % FOLDER.name):
        here = subprocess.run([support.Reference().path, name], cwd=FOLDER, capture_output=True)
        done = pyviz("run", "--python", support.Reference().profile, name, cwd=FOLDER)
        expect((done.stdout, done.stderr) == (here.stdout, here.stderr), name, done.stdout, done.stderr)


@case
def what_stands_behind_two_dashes_is_for_the_program():
    path = file("arguments.py", "import sys\nprint(sys.argv, len(sys.argv[-1]))\n")
    for arguments in ((), ("a",), ("--python", "3.9"), ("--", "é", ""), ("-c", "run")):
        here = subprocess.run([support.Reference().path, path, *arguments], capture_output=True)
        done = pyviz("run", path, "--", *arguments)
        expect((done.stdout, done.stderr) == (here.stdout, here.stderr), path, done.stdout, done.stderr)
    done = pyviz("run", "-c", "import sys; print(sys.argv)", "--", "x")
    expect(done.stdout == b"['-c', 'x']\n", "-c", done.stdout, done.stderr)
    done = pyviz("run", path, "x")
    expect(done.returncode == 2 and b"stand behind --" in done.stderr, "without --", done.stdout, done.stderr)
    done = pyviz("run", path, "--", "\udcff")
    expect(done.returncode == 2 and b"argument 1 for the program is not UTF-8" in done.stderr, "bytes", done.stdout,
           done.stderr)


@case
def names_that_classes_of_the_library_lack():
    logger = "class Mine(logging.Logger): pass\nmine = Mine('m')\n"
    for source in ("logging.Logger.findCaller", "logging.getLogger().findCaller", "Mine.findCaller", "mine.findCaller",
                   "hasattr(mine, 'findCaller')", "getattr(mine, 'findCaller', 1)"):
        done = pyviz("run", file("later.py", "import logging\n" + logger + source + "\n"))
        expect(done.returncode == 1, source, done.returncode, done.stderr)
        expect(re.search(rb"later\.py:4:\d+: not simulated: \w+\.findCaller is not simulated", done.stderr), source,
               done.stderr)
    for source in "mine.findcaller", "logging.Logger.findCallers":
        done = pyviz("run", file("never.py", "import logging\n" + logger + source + "\n"))
        expect(b"AttributeError: " in done.stderr and b"not simulated" not in done.stderr, source, done.stderr)


@case
def modules_that_are_not_simulated():
    for source in ("import socket; socket.socket()", "import sys, socket; dir(socket)", "from tkinter import ttk",
                   "import this", "from xml.dom import Node", "import xml.dom as d; vars(d)", "import xml.dom; xml.dom.Node",
                   "from socket import *", "import socket; hasattr(socket, 'AF_INET')"):
        done = pyviz("run", file("later.py", "print('before')\n" + source + "\n"))
        expect(done.returncode == 1 and done.stdout == b"before\n", source, done.returncode, done.stdout)
        expect(re.search(rb"later\.py:2:\d+: not simulated: .*(socket|tkinter|xml|this).* is not simulated", done.stderr), source, done.stderr)


@case
def constructs_that_are_not_simulated():
    for source, place in NOT_SIMULATED:
        for command in COMMANDS:
            done = pyviz(command, file("later.py", source))
            text = done.stderr.decode().splitlines()
            line = source.splitlines()[int(place.split(":")[0]) - 1].strip()
            expect(done.returncode == 1 and not done.stdout and "not simulated" in text[0]
                   and re.search(r"later\.py:%s: " % place, text[0]), command, source, done.stderr)
            expect(line.startswith(text[1].strip()) and re.fullmatch(r" *\^+", text[2]), source, done.stderr)
    refused(file("later.py", "# coding: koi8-r\n"), 1, r"later\.py:1: not simulated", r"^    # coding: koi8-r$")


@case
def names_that_are_not_simulated():
    for source, place in (("x = breakpoint()\n", "1:5"), ("d = {}\nhelp('f')\n", "2:1"),
                          ("import traceback as t\nclass F: co_filename = co_name = ''\nF.f_code = F\n"
                           "t.StackSummary.extract([(F, 1)])\n", "4:1"),
                          ("import traceback as t\nclass F: co_filename = co_name = ''; tb_next, tb_lineno = None, 1\n"
                           "F.f_code = F.tb_frame = F\nt.format_tb(F)\n", "4:1"),
                          ("import asyncio\nasync def f():\n    print(asyncio.current_task())\nasyncio.run(f(), debug=True)\n", "3:5"),
                          ("import asyncio\nasync def gone(): pass\nasync def f():\n    gone()\nasyncio.run(f(), debug=True)\n", "4:5")):
        fails(source, r"fails\.py:%s: not simulated" % place, r"\^\^\^\^", in_room="not simulated yet")


@case
def counts_that_the_parser_takes_part_in():
    for source in ("import sys\nokapi = 1\nprint(sys.getrefcount('okapi'))\n", "import sys\nx = 'utf8'\nprint(sys.getrefcount(x))\n"):
        done = pyviz("run", "--python", "3.11", file("counts.py", source))
        expect(done.returncode == 1 and not done.stdout and re.search(rb"counts\.py:3:7: not simulated: the reference count", done.stderr),
               source, done.stderr)


@case
def deep_nesting():
    for source in ("[" * 5000 + "]" * 5000, "(" * 150 + "1" + ")" * 150 + "\n", "x = " + "-" * 60000 + "1", "x = " + "1 + " * 60000 + "1",
                   "x = a" + ".a" * 60000, "x = a" + "[0]" * 60000, "x = " + "not " * 60000 + "1", "x = " + "lambda: " * 60000 + "1",
                   "".join(" " * i + "if 1:\n" for i in range(150)) + " " * 150 + "pass\n",
                   "x = " + "f(" * 190 + ")" * 190, "x = " + "{" * 190 + "}" * 190, "x = f'" + "{f\"" * 3 + "\"}" * 3 + "'"):
        for command in ("check", "run"):
            done = pyviz(command, file("deep.py", source))
            expect(done.returncode in (0, 1) and len(done.stderr) < 4000, command, source[:60], done.stderr[:500])
            expect(done.returncode == 0 or done.stderr.strip(), command, source[:60])


# ---- what fails as it runs ----

@case
def a_runtime_exception():
    fails("d = {'a': 1}\nprint('before')\nd['b']\nprint('after')\n", r'File ".*fails\.py", line 3, in <module>', "KeyError: 'b'",
          exception="KeyError", output=b"before\n")
    fails("def f():\n    return 1 / 0\n\nf()\n", "ZeroDivisionError", exception="ZeroDivisionError")


@case
def an_endless_loop():
    limit = ("--max-events", 20000)
    for source in ("while True: pass\n", "a = []\nwhile True:\n    a.append(1)\n    a.pop()\n", "for i in range(10**12): i\n"):
        fails(source, r"fails\.py:\d+", "limit of 20000 events", "--max-events", options=limit, in_room="20000 events")
    start = time.monotonic()
    fails("while True: pass\n", "events", "endless loop", options=("--max-events", 3000000), in_room="3000000 events")
    expect(time.monotonic() - start < PATIENCE)


@case
def an_endless_loop_within_one_event():
    for source in ("sum(range(10**12))\n", "x = list(range(10**12))\n", "[0] * 10**7 in range(10**9)\n", "max(range(10**11))\n",
                   "1.5 in range(10**12)\n", "for c in 'a' * 10**8: c\n"):
        done = pyviz("run", "--max-events", 100000, "-c", source)
        expect(done.returncode in (0, 1), source, done.stderr[-300:])


@case
def endless_recursion():
    fails("def f(n):\n    return f(n + 1)\n\nf(0)\n", "RecursionError: maximum recursion depth exceeded", exception="RecursionError")
    fails("a = []\nfor i in range(100000): a = [a]\nrepr(a)\n", "RecursionError", exception="RecursionError")
    done = pyviz("run", "-c", "a = []\nfor i in range(300000): a = [a]\ndel a\nprint('freed')\n")
    expect(done.returncode == 0 and done.stdout == b"freed\n", done.stderr)


@case
def memory_that_runs_out():
    fails("a = []\nwhile True:\n    a.append('x' * 1000 + str(len(a)))\n", "MemoryError", "memory limit of 4 MiB", "--max-memory",
          options=("--max-memory", 4), exception="MemoryError", in_room="MemoryError")
    for source in ("x = 'a' * 10**12\n", "x = [0] * 10**12\n", "x = 10 ** (10 ** 10)\n", "x = 1 << 10**11\n", "x = b'a' * 10**15\n",
                   "x = (1,) * 2**62\n", "x = ['a' * 10**6] * 10**9\n", "x = '%*d' % (2**31 - 1, 3)\n", "x = '{:>2147483647}'.format(1)\n",
                   "x = 'a'.ljust(2**62)\n", "x = bytes(2**40)\n", "a = [1]\nwhile True: a += a\n", "s = 'a'\nwhile True: s += s\n"):
        done = pyviz("run", "-c", source)
        expect(done.returncode == 1 and re.search(rb"MemoryError|OverflowError|ValueError", done.stderr), source, done.stderr)
        done = pyviz("state", "-c", source)
        expect(json.loads(done.stdout)["exception"], source)


@case
def output_that_does_not_end():
    fails("while True:\n    print('x' * 1000)\n", r"fails\.py:2", "limit of 1048576 bytes of output", "--max-output",
          options=("--max-output", 1), in_room="1048576 bytes of output")


@case
def stopped_from_outside():
    source = "print('said')\nwhile True:\n    pass\n"
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        with subprocess.Popen([PYVIZ, "run", "-c", source], env=support.environment(), stdout=subprocess.PIPE,
                              preexec_fn=support.signals_by_default) as process:
            ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
            said = os.read(process.stdout.fileno(), 100) if ready else b""
            process.send_signal(number)
            expect(said == b"said\n" and process.wait(PATIENCE) == -number, number, said, process.returncode)


@case
def long_values():
    fails("x = 10 ** 6000\nprint(x)\n", "ValueError: Exceeds the limit", exception="ValueError")
    for source in ("x = 'a' * 10**7\n", "x = 7 ** 100000\n", "x = [[[1] * 100] * 100] * 100\n", "x = {i: str(i) * 100 for i in range(5000)}\n"):
        for size in ("80x24", "200x60"):
            done = pyviz("render", "--end", "--size", size, "-c", source)
            expect(done.returncode == 0 and len(done.stdout) < 100000, source, done.stderr)
        code, _ = on_terminal("--no-motion", "-c", source, keys=[b"G", b"\033[D", b"q"], until=rb"\d/\d+")
        expect(code == 0, source, code)


# ---- control characters ----

HOSTILE = 'x = "a\x1b[31mb\x07\x7f\u202e\u2028\x9b2J\x1b]0;owned\x1b\\\\"\n'


@case
def control_characters_in_the_source():
    for source, status in ((HOSTILE + "print(len(x))\n", 0), (HOSTILE + "x + 1\n", 1), (HOSTILE + "y = (\n", 1), (HOSTILE + "import tkinter\n", 1),
                           (HOSTILE + "# pyviz: \x1b[31m\n", 1), ('"""Title \x1b[31m\n\x1b]0;owned\x07\n"""\n# \x1b[32m said\nx = 1\n', 0),
                           ("\x1b[31m = 1\n", 1), ("def f():\n    \x0c\n    return 1\nf()\n", 0)):
        path = file("hostile.py", source)
        done = pyviz("run", path)
        expect(done.returncode == status, source, done.stderr)
        for step in ("--stop=2", "--end"):
            for style in ("text", "svg", "html"):
                done = pyviz("render", step, "--format", style, "--size", "120x36", path)
                expect(not CONTROLS.search(done.stdout), source, step, style, done.stdout)
        code, sent = on_terminal("--no-motion", path, keys=[b"\033[C", b"G", b"q"], until=rb"\d/\d+")
        for bad in (b"\033[31mb", b"\033]0", b"\033[2J\033]", b"\x9b", b"\x07", "\u202e".encode(), "\u2028".encode()):
            expect(bad not in sent, source, bad)


@case
def control_characters_in_strings():
    source = "x = '\\x1b[31mred\\x07\\u202e\\x9b'\nprint(x)\nd = {x: [x]}\nraise ValueError(x)\n"
    done = pyviz("run", "-c", source)                # to a pipe: unchanged, as python3 writes it
    expect(done.stdout == "\x1b[31mred\x07\u202e\x9b\n".encode(), done.stdout)
    expect(rb"\x1b[31mred\x07\u202e\x9b" in done.stderr, done.stderr)
    code, sent = on_terminal("run", "-c", source)    # on a terminal: escaped
    expect(code == 1 and rb"\x1b[31mred\x07\u202e\x9b" in sent and not CONTROLS.search(sent.replace(b"\r\n", b"\n")), sent)
    for stop in range(1, 12):
        done = pyviz("render", "--stop", stop, "-c", source)
        expect(not CONTROLS.search(done.stdout), stop, done.stdout)


@case
def control_characters_in_names_and_options():
    name = FOLDER / "a\x1b[31mb.py"
    name.write_text("x = 1\nx[0]\n")
    for command in COMMANDS:
        done = pyviz(command, name)
        expect(command == "state" or not CONTROLS.search(done.stdout), command, done.stdout)
    for args in (["\x1b[31m"], ["--\x1b[31m"], ["--size", "\x1b[31m"], ["--theme", "\x1b[31m"], ["a", "\x1b[31m"], ["-c"], ["--python=\x1b"]):
        expect(pyviz(*args).returncode == 2, args)


# ---- the command line ----

@case
def wrong_options():
    for args in (["--no-such-option"], ["--size"], ["-c"], ["-x"], ["--at", "x", "dict-insert"], ["--at", "-1", "dict-insert"],
                 ["--at", "1.5", "dict-insert"], ["--at", "99999999999999999999999", "dict-insert"], ["--hash-seed", "4294967296", "dict-insert"],
                 ["--max-events", "many", "dict-insert"], ["--max-events", "0", "dict-insert"], ["--max-memory", "0", "run", "dict-insert"],
                 ["--max-output", "0", "dict-insert"], ["--max-source", "0", "dict-insert"], ["--time-limit", "0", "dict-insert"],
                 ["--at", "", "dict-insert"], ["--size", "", "dict-insert"], ["", "run"], ["--theme", "pink", "dict-insert"], ["--color", "sometimes", "dict-insert"],
                 ["--backend", "vt52", "dict-insert"], ["--detail", "some", "dict-insert"], ["render", "--format", "png", "dict-insert"],
                 ["--ascii=yes", "dict-insert"], ["dict-insert", "list-append"], ["-c", "x = 1", "dict-insert"], ["run"], ["check"],
                 ["state"], ["trace"], ["render"], ["cat"], ["--python", "abc", "dict-insert"], ["--python", "2.7", "run", "dict-insert"],
                 ["--python", "", "dict-insert"]):
        done = pyviz(*args)
        expect(done.returncode == 2 and done.stderr and not done.stdout, args, done.returncode, done.stderr, done.stdout[:200])


@case
def other_versions_of_python():
    source = "import sys; print(*sys.version_info[:2])"
    for version, simulated in (("3.7", b"3 11"), ("3.14", b"3 13"), ("3.11", b"3 11"), ("3.12", b"3 12"), ("3.13.0", b"3 13")):
        done = pyviz("run", "--python", version, "-c", source)
        expect(done.returncode == 0 and done.stdout == simulated + b"\n", version, done.stdout)
        expect((b"not been measured" in done.stderr) == (version in ("3.7", "3.14")), version, done.stderr)


@case
def versions_without_a_micro():
    source = "import sys; print(sys.version_info.micro)"
    for version, micro in (("3.11", b"7"), ("3.12", b"1"), ("3.13", b"0"), ("3.11.2", b"2"), ("3.13.5", b"5")):
        done = pyviz("run", "--python", version, "-c", source)
        expect(done.stdout == micro + b"\n" and not done.stderr, version, done.stdout, done.stderr)


@case
def places_that_are_none():
    last = json.loads(pyviz("state", "-c", "x = 1").stdout)
    for args in (["--at", 10**12], ["--stop", 10**12], ["--end"]):
        done = pyviz("state", *args, "-c", "x = 1")
        expect(done.returncode == 0 and json.loads(done.stdout) == last, args)
        expect(pyviz("render", *args, "-c", "x = 1").returncode == 0, args)
    for args in (["--at", 0], ["--stop", 0]):
        done = pyviz("state", *args, "-c", "x = 1")
        expect(done.returncode == 0 and json.loads(done.stdout)["names"] == {}, args)
        expect(pyviz("render", *args, "-c", "x = 1").returncode == 0, args)


@case
def sizes_of_all_sorts():
    for size in ("0x0", "-1x5", "80", "80x", "x24", "80x24x", "80 x 24", "abc", "99999x2", "2x99999999999999999999", "80X24", ""):
        done = pyviz("render", "--size", size, "dict-insert")
        expect(done.returncode == 2 and b"80x24" in done.stderr and not done.stdout, size, done.stderr)
    for cols, rows in ((1, 1), (1, 24), (80, 1), (2, 2), (19, 5), (20, 4), (20, 5), (59, 16), (60, 15), (79, 23), (500, 5), (5, 500), (1000, 1000)):
        for stop in (1, 12, 40):
            done = pyviz("render", "--size", "%dx%d" % (cols, rows), "--stop", stop, "dict-insert")
            lines = done.stdout.decode().split("\n")
            expect(done.returncode == 0 and len(lines) - 1 == rows, cols, rows, len(lines))
            expect(all(len(line) <= cols for line in lines), cols, rows)


# ---- what is at the other end ----

def through_shell(words, shell="sh"):
    """A finished run of a command line, redirections and all."""
    return subprocess.run([shell, "-c", "%s %s" % (shlex.quote(PYVIZ), words)], capture_output=True, timeout=PATIENCE)


@case
def standard_output_that_cannot_be_written():
    for words in ("run -c 'print(1)'", "state -c 'x = 1'", "trace -c 'x = 1'", "render -c 'x = 1'", "check -c 'x = 1'", "list", "cat dict-insert",
                  "--help", "--version"):
        for redirect in (">/dev/full", ">&-"):
            done = through_shell(words + " " + redirect)
            silent = redirect == ">&-" and words.startswith("run")     # as python3: there is nothing to print on
            expect(done.returncode == (0 if silent else 1), words, redirect, done.returncode, done.stderr)
            expect(silent or b"standard output" in done.stderr, words, redirect, done.stderr)
    for words in ("trace -c 'while True: pass'", "run -c 'while True: print(1)'"):
        start = time.monotonic()
        done = through_shell(words + " >/dev/full")
        expect(done.returncode == 1 and time.monotonic() - start < 5, words)
    for words in ("run -c 'print(1)'", "state dict-insert"):
        done = through_shell(words + " 2>&- <&-")
        expect(done.returncode == 0 and done.stdout, words, done.returncode)


@case
def a_reader_that_leaves():
    for words in ("run -c 'while True: print(1)'", "trace -c 'while True: pass'"):
        done = through_shell(words + " | head -1; echo ${PIPESTATUS[0]}", "bash")
        expect(done.stdout.splitlines()[-1] == b"%d" % (128 + signal.SIGPIPE), words, done.stdout)
        expect(not support.SANITIZER.sub(b"", done.stderr), done.stderr)


@case
def output_comes_before_the_error():
    done = subprocess.run([PYVIZ, "run", "-c", "print('one')\nprint('two', end='')\n1 / 0"], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=PATIENCE)
    expect(support.SANITIZER.sub(b"", done.stdout).startswith(b"one\ntwoTraceback"), done.stdout)


@case
def both_streams_keep_their_order():
    code = "import sys\nfor i in range(9):\n    print('out', i)\n    print('error', i, file=sys.stderr)\nprint('end', end='')"
    done = subprocess.run([PYVIZ, "run", "-c", code], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE)
    expected = "".join("out %d\nerror %d\n" % (i, i) for i in range(9)) + "end"
    expect(support.SANITIZER.sub(b"", done.stdout) == expected.encode(), done.stdout)


@case
def standard_input_that_is_not_there():
    done = pyviz("run", "-c", "input()")
    expect(done.returncode == 1 and b"EOFError" in done.stderr, done.stderr)
    done = through_shell("run - <&-")
    expect(done.returncode == 1 and b"<stdin>" in done.stderr, done.stderr)
    expect(pyviz("run", "-", stdin=b"print(1)").stdout == b"1\n")
    expect(pyviz("run", "-", stdin=b"").returncode == 0)
    done = pyviz("check", "-", stdin=b"x = (\n")
    expect(done.returncode == 1 and b"<stdin>:1:5: SyntaxError" in done.stderr, done.stderr)


# ---- numbers that may not be CPython's ----

@case
def counts_that_the_library_has_a_share_in():
    known = "import gc, textwrap\ngc.collect()\nprint(gc.get_count()[1:])\n"
    unknown = known.replace("print", "s = textwrap.wrap('a b')\nprint")
    for source, unsure in ((known, False), (unknown, True), (unknown + "n = gc.collect()\n", False)):
        state = json.loads(pyviz("state", "--end", "-c", source).stdout)
        expect(state["gc"]["unsure"] == unsure, source, state["gc"])
    for source, told in ((known, False), (unknown, True)):
        done = pyviz("run", "-c", source)
        expect(done.returncode == 0 and done.stderr == b"", "in a pipe there is python3's alone", done.stderr)
        status, sent = on_terminal("run", "-c", source)
        expect(status == 0 and (b"from line 4 on, what gc tells may not be CPython's" in sent) == told, sent)
    # what an import leaves behind is collected by the first gc.collect(), which tells how much
    told = on_terminal("run", "-c", "import gc, textwrap\nprint(gc.collect())\n")[1]
    expect(b"from line 2 on, what gc tells may not be CPython's" in told, told)
    told = on_terminal("run", "-c", "import gc\nprint(gc.collect())\n")[1]
    expect(b"may not be" not in told, told)
    for library in ("", "s = textwrap.wrap('a b')\n"):
        source = "import gc, textwrap\ngc.set_threshold(20)\ngc.collect()\n%sa = [[] for i in range(50)]\n" % library
        events = [json.loads(line) for line in pyviz("trace", "-c", source).stdout.splitlines()]
        expect([e["unsure"] for e in events if e["kind"] == "gc.start"] == [bool(library)] * 2, library, events)
        start = [e["k"] for e in events if e["kind"] == "gc.start"][0]
        frame = pyviz("render", "--at", start, "--size", "100x30", "-c", source).stdout.decode()
        expect(("count ≈" in frame) == bool(library) and ("reached about " in frame) == bool(library), frame)


# ---- the suite ----

def attempt(function):
    try:
        function()
    except Wrong as error:
        return str(error)
    return None


def main(words):
    passed = failed = 0
    for name, function in CASES:
        if words and not any(word in name for word in words):
            continue
        start = time.monotonic()
        wrong = attempt(function)
        print("%s %s (%.1f s)" % ("FAILED" if wrong else "ok    ", name, time.monotonic() - start))
        if wrong:
            print("    " + wrong.replace("\n", "\n    "))
            failed += 1
        else:
            passed += 1
        sys.stdout.flush()
    shutil.rmtree(FOLDER, ignore_errors=True)
    print(support.closing_line(passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
