"""What the terminal may expect of the program, and the program of the terminal."""

import contextlib
import os
import pathlib
import re
import signal
import subprocess
import time

import support
import tmux
from test_keys import PYVIZ, STILL, lesson, write
from tmux import Terminal, wait_until

BACKENDS = ("--backend=ncurses", "--backend=tickit")
ENDLESS = "a = []\nwhile True:\n    a.append(1)\n    a.pop()\n"
HOSTILE = 'x = "\\x1b]0;owned\\x07 \\x1b[31mred \\x9b2J \\u202e"\ny = "\033]0;owned\007\033[2J"\nprint(x, y)\nd = {x: y}\n'


def stty(t, name):
    """What `stty -g` says, asked on the terminal itself."""
    path = t.folder / name
    t.shell("stty -g > %s; echo asked" % path)
    t.wait_for("^asked$")
    return path.read_text()


# ---- giving the terminal back ----

@contextlib.contextmanager
def terminal_given_back(backend, *args):
    """A lesson under way, which the body ends; then everything must be as it was."""
    with Terminal(PYVIZ) as t:
        before = stty(t, "before")
        assert t.flags() == tmux.RESTORED, t.flags()
        t.start("dict-insert", backend, *args)
        assert t.flags().startswith("1 "), t.flags()
        t.keys("Right")
        t.wait_step(2)
        yield t
        wait_until(lambda: t.flags() == tmux.RESTORED, lambda: "the terminal as it was, not " + t.flags())
        t.literally("echo typed")             # is echoed
        t.keys("Enter")
        t.wait_for("^ready> echo typed")
        assert stty(t, "after") == before


def test_the_terminal_is_given_back_after_q():
    for backend in BACKENDS:
        with terminal_given_back(backend) as t:
            t.keys("q")
            t.ended(0)


def test_the_terminal_is_given_back_after_ctrl_c():
    for backend in BACKENDS:
        with terminal_given_back(backend, "--mouse") as t:
            t.keys("C-c")
            t.ended(0)


def test_the_terminal_is_given_back_after_signals_and_the_status_keeps_them():
    for backend in BACKENDS:
        for name, number in tmux.SIGNALS.items():
            with terminal_given_back(backend, "--mouse") as t:
                os.kill(t.pid(), number)
                if number == signal.SIGINT:   # of which the shell's whole line dies
                    t.wait_for(r"^ready> $|^ready>\Z")
                    t.literally("echo status=$?")
                    t.keys("Enter")
                t.ended(128 + number)


def test_the_terminal_is_given_back_in_mid_animation_and_in_mid_work():
    with terminal_given_back(BACKENDS[0]) as t:
        t.keys("1", "9", "G", "Right")
        os.kill(t.pid(), signal.SIGTERM)
        t.ended(128 + signal.SIGTERM)
    with Terminal(PYVIZ) as t:
        t.start("-c", "x = 3 ** (3 * 10 ** 8)\n", STILL)
        t.keys("End")                         # a single event of some seconds
        start = time.monotonic()
        os.kill(t.pid(), signal.SIGTERM)
        t.ended(128 + signal.SIGTERM)
        assert time.monotonic() - start < 2.5
        assert t.flags() == tmux.RESTORED


def test_suspending_gives_the_terminal_back():
    for backend in BACKENDS:
        with lesson("dict-insert", backend, "--mouse") as t:
            pid = t.pid()
            t.keys("C-z")
            t.wait_for("Stopped")
            assert t.flags() == tmux.RESTORED, t.flags()
            t.literally("fg; echo status=$?")
            t.keys("Enter")
            t.wait_step(1)
            assert t.flags().startswith("1 ") and t.flags().endswith(" 1"), t.flags()
            os.kill(pid, signal.SIGTSTP)      # from outside
            t.wait_for("Stopped")
            assert t.flags() == tmux.RESTORED, t.flags()
            t.literally("fg; echo status=$?")
            t.keys("Enter")
            t.wait_step(1)
            t.quit()


# ---- the terminal goes ----

def test_killing_the_terminal_ends_the_process():
    for backend in BACKENDS:
        for how in ("kill-window", "kill-server"):
            with lesson("dict-insert", backend) as t:
                pid = t.pid()
                t.tmux(how, check=False)
                tmux.wait_promptly(lambda: not tmux.alive(pid), "the end of the process", 1, pid)
    with lesson("-c", ENDLESS, "--no-motion") as t:
        pid = t.pid()
        t.keys("a")
        os.kill(int(t.tmux("display-message", "-p", "#{pid}")), signal.SIGKILL)
        tmux.wait_promptly(lambda: not tmux.alive(pid), "the end of the process", 1, pid)


def test_idle_does_not_wake():
    for program in (("dict-insert",), ("-c", ENDLESS)):
        with lesson(*program) as t:
            pid = t.pid()
            t.keys("Right", "Right")
            t.wait_step(3)

            def rested():
                before = tmux.cpu_and_wakeups(pid)
                time.sleep(0.3)
                return tmux.cpu_and_wakeups(pid) == before
            wait_until(rested, "rest")
            before = tmux.cpu_and_wakeups(pid)
            time.sleep(2)                     # what is measured is that nothing happens
            assert tmux.cpu_and_wakeups(pid) == before, "%s is awake: %s then %s" % (
                program[0], before, tmux.cpu_and_wakeups(pid))
            t.keys("Right")                   # and it still listens
            t.wait_step(4)
            t.quit()


def test_an_endless_loop_can_be_left_at_any_time():
    with lesson("-c", ENDLESS) as t:
        t.keys("End")
        t.keys("q")
        t.ended(0)


# ---- sizes ----

SIZES = ((200, 60), (20, 5), (80, 24), (120, 36), (1, 1), (60, 16), (80, 24))


def test_resizing_in_mid_animation():
    for backend in BACKENDS:
        with lesson("list-append", backend) as t:
            t.keys("3", "0", "G")
            t.wait_step(30)
            for cols, rows in SIZES:
                t.keys("Right")
                t.resize(cols, rows)
            t.wait_step(30 + len(SIZES))
            frame = t.settled()
            t.keys("C-l")
            assert t.settled() == frame
            assert all(len(row) <= 80 for row in frame.splitlines()) and len(frame.splitlines()) == 24
            t.quit()


def test_each_size_is_laid_out():
    with lesson("dict-insert", STILL) as t:
        t.keys("1", "2", "G")
        t.wait_step(12)
        frames = {}
        for cols, rows in ((200, 60), (120, 36), (60, 16), (40, 10), (20, 5), (80, 24)):
            t.resize(cols, rows)
            # The program may have drawn for any size in between: the last row says when it is done.
            def fits():
                lines = t.tmux("capture-pane", "-p").split("\n")
                marked = rows < 6 or re.search(r"12/\d+$", "\n".join(lines).rstrip())
                return len(lines) - 1 == rows and marked and "kiwi" in t.text() and lines
            frames[cols] = wait_until(fits, lambda: "a frame of %dx%d\n%s" % (cols, rows, t.text()))
        assert len(set(map(tuple, frames.values()))) == len(frames)
        t.quit()


# ---- without a terminal ----

def bare(*args, env=None):
    """Without a terminal, an environment or a standard input."""
    return subprocess.run([PYVIZ, *args], capture_output=True, stdin=subprocess.DEVNULL, env=env or {}, timeout=10,
                          start_new_session=True)


def test_help_and_version_need_nothing():
    for words, expected in ((["--help"], b"usage: pyviz"), (["-h"], b"usage: pyviz"), (["help"], b"usage: pyviz"),
                            (["--version"], b"pyviz "), (["-V"], b"pyviz ")):
        done = bare(*words)
        assert done.returncode == 0 and done.stdout.startswith(expected) and not done.stderr, done
        assert all(byte < 0x80 for byte in done.stdout)


def test_a_mistyped_scenario_is_never_run():
    for command in ([], ["run"], ["check"], ["state"], ["trace"], ["render"], ["cat"]):
        done = bare(*command, "dict-insrt")
        assert done.returncode == 2 and b"did you mean dict-insert?" in done.stderr and not done.stdout, done
    done = bare("something-else-altogether")
    assert done.returncode == 2 and b"pyviz list" in done.stderr, done


def test_no_terminal_no_screen():
    done = bare("dict-insert")
    assert done.returncode == 2 and b"no terminal" in done.stderr and not done.stdout, done
    done = bare()
    assert done.returncode == 0 and b"dict-insert" in done.stdout and b"list-append" in done.stdout, done
    assert done.stdout == bare("list").stdout


def test_a_terminal_that_cannot_be_drawn_on_is_told_of():
    for term in ("", "dumb", "no-such-terminal"):
        for backend in BACKENDS:
            with Terminal(PYVIZ) as t:
                before = stty(t, "before")
                t.shell("TERM=%s %s; echo status=$?" % (term, t.command("dict-insert", backend)))
                text = t.ended(1)
                assert "pyviz: " in text and "TERM" in text or "terminal" in text, text
                assert t.flags() == tmux.RESTORED and stty(t, "after") == before


# ---- colours and characters ----

def coloured(row):
    return [codes for _, look in row for codes in look if re.match(r"[34]8;|[34][0-7]$|9\d$|10\d$", codes)]


def test_without_colour_everything_is_still_told_apart():
    for env, option in (({"NO_COLOR": "1"}, ()), ({}, ("--color=never",))):
        with lesson("dict-insert", STILL, *option, env=env) as t:
            glyphs = set()
            for step in range(1, t.place()[1] + 1):
                t.wait_step(step)
                frame = t.looks()
                assert not any(coloured(row) for row in frame), "colour in step %d" % step
                glyphs.update(c for row in frame for c, look in row if look and c in "+~-►?=x·")
                t.keys("Right")
            assert {"+", "~", "►"} <= glyphs, glyphs
            t.quit()
    with lesson("dict-insert", STILL, env={"NO_COLOR": ""}) as t:      # empty: means nothing
        t.keys("9", "G")
        t.wait_step(9)
        assert any(coloured(row) for row in t.looks())
        t.quit()


def sent(*args, **options):
    """Every byte that a walk through a lesson sends to the terminal."""
    with lesson(*args, **options) as t:
        path, total = t.record(), t.place()[1]
        t.keys("Right", "Right", "Right", "C-l", "?")
        t.wait_for("closes")
        t.keys("Escape")
        t.wait_gone("closes")
        t.keys("End", "z", "Tab", ":", "x")
        t.wait_for("^ ?:x$")
        t.keys("Escape")
        t.wait_step(total)
        t.settled()
        t.quit()
        wait_until(lambda: b"status=0" in path.read_bytes(), "the last bytes")
        return path.read_bytes().partition(b"ready>")[0]


def test_ascii():
    for backend in BACKENDS:
        for options, env in ((["--ascii"], {}), ([], {"LC_ALL": "C"}), ([], {"LC_ALL": "POSIX"})):
            data = sent("dict-insert", backend, *options, env=env)
            high = [b for b in data if b >= 0x80]
            assert len(data) > 2000 and not high, "%s %s %s: %d bytes above 0x7f" % (backend, options, env, len(high))


def test_escape_sequences_of_a_program_never_reach_the_terminal():
    for backend in BACKENDS:
        with Terminal(PYVIZ) as t:
            data = sent(write(t, "hostile.py", HOSTILE), backend)
        assert b"owned" in data
        for hostile in (b"]0;owned\007", b"\033]", b"\033[31mred", b"\x9b", "\u202e".encode(), b"\007"):
            assert hostile not in data, hostile


def test_run_on_a_terminal_shows_control_characters_escaped():
    with Terminal(PYVIZ) as t:
        path = t.record()
        program = write(t, "hostile.py", HOSTILE + "print('a\\tb\\rc')\nraise ValueError(x)\n")
        t.shell("%s; echo status=$?" % t.command("run", program))
        text = t.ended(1)
        assert "\\x1b]0;owned\\x07 \\x1b[31mred \\x9b2J \\u202e" in text and "a       b\\rc" in text, text
        assert "ValueError: \\x1b]0;owned" in text, text
        data = path.read_bytes()
        assert b"\033]0" not in data and b"\007" not in data and b"\033[31m" not in data


def test_run_shows_output_as_it_comes():
    with Terminal(PYVIZ) as t:
        t.shell("%s; echo status=$?" % t.command("run", "-c", "print('first')\nwhile True: pass"))
        t.wait_for("^first$")
        t.keys("C-c")
        t.wait_for(r"^ready>")


# ---- ways in ----

LESSONS = subprocess.run([PYVIZ, "list"], capture_output=True, text=True, check=True).stdout.splitlines()


def test_menu():
    with Terminal(PYVIZ) as t:
        t.shell(t.command() + "; echo status=$?")
        text = t.wait_for("choose")
        first, second = [line.split()[0] for line in LESSONS[:2]]
        assert re.search("^ *► " + first, text, re.M) and second in text
        t.resize(40, 10)
        t.wait_for("^ *► " + first)
        t.resize(80, 24)
        t.keys("Down")
        t.wait_for("^ *► " + second)
        t.keys("Up")
        t.wait_for("^ *► " + first)
        t.keys("Down", "Enter")
        t.wait_for(r"^ %s .*CPython" % second)
        t.keys("Right")
        t.wait_step(2)
        t.keys("q")
        t.wait_for("^ *► " + second)          # back in the menu, where it was
        t.keys("Up", "Enter")
        t.wait_for(r"^ %s .*CPython" % first)
        t.keys("q")
        t.wait_for("choose")
        t.keys("C-z")
        t.wait_for("Stopped")
        t.literally("fg; echo status=$?")
        t.keys("Enter")
        t.wait_for("choose")
        t.keys("q")
        t.ended(0)
        assert t.flags() == tmux.RESTORED


def test_the_menu_ends_with_signals_too():
    with Terminal(PYVIZ) as t:
        t.shell(t.command() + "; echo status=$?")
        t.wait_for("choose")
        os.kill(t.pid(), signal.SIGTERM)
        t.ended(128 + signal.SIGTERM)
        assert t.flags() == tmux.RESTORED


def test_standard_input_and_code():
    with Terminal(PYVIZ) as t:
        path = write(t, "lesson.py", '"""From a pipe."""\na = [1, 2]\na.append(3)\n')
        t.start("-", STILL, redirect="< " + path)
        t.wait_for("From a pipe")
        t.keys("Right", "Right")              # keys come from the terminal all the same
        t.wait_step(3)
        t.quit()
        t.shell("cat %s | %s; echo status=$?" % (path, t.command("-", STILL)))
        t.wait_for("From a pipe")
        t.keys("End")
        t.quit()
        t.start("-c", "a = [1, 2]\na.append(3)", STILL)
        t.keys("End")
        t.wait_for("2 names|1 name|len 3")
        t.quit()


def test_what_is_typed_ends_with_one_ctrl_d():
    with Terminal(PYVIZ) as t:
        t.shell("echo; echo go; %s; echo status=$?" % t.command("-", STILL))
        t.wait_for("(?m)^go$")                # the shell reads no longer
        t.keys("a = [1, 2]", "Enter", "C-d")
        t.wait_for("is compiled")
        t.quit()


def test_mouse():
    with lesson("dict-insert", "--mouse", STILL) as t:
        assert t.flags().endswith(" 1")
        t.literally("\033[<0;10;10M\033[<0;10;10m")
        t.wait_step(2)
        t.literally("\033[<65;10;10M")        # the wheel
        t.wait_step(3)
        t.literally("\033[<2;10;10M\033[<2;10;10m")
        t.wait_step(2)
        t.quit()
    with lesson("dict-insert") as t:          # not asked for: people can select text
        assert t.flags().endswith(" 0")
        t.quit()


def test_bad_input_is_told_of_before_the_screen_changes():
    with Terminal(PYVIZ) as t:
        path = write(t, "broken.py", "a = [\n")
        later = write(t, "later.py", "# coding: koi8-r\n")
        record = t.record()
        cases = ((["missing.py"], 1, "No such file"), ([str(t.folder)], 1, "directory"),
                 ([path], 1, "broken.py:1:5: SyntaxError"), (["dict-insrt"], 2, "did you mean"),
                 ([later], 1, "koi8-r"), (["--no-such"], 2, "unknown option"))
        for number, (args, status, message) in enumerate(cases):
            t.shell(t.command(*args) + "; echo status %d=$?" % number)
            text = t.wait_for(r"^status %d=%d$" % (number, status))
            assert message in text.replace("\n", "")  # lines wrap
        assert b"\033[?1049h" not in record.read_bytes()


# ---- the two backends ----

def test_both_backends_show_the_same_text():
    for cols, rows in ((80, 24), (120, 36)):
        with lesson("dict-insert", BACKENDS[0], STILL, cols=cols, rows=rows) as a, \
                lesson("dict-insert", BACKENDS[1], STILL, cols=cols, rows=rows) as b:
            for step in (1, 2, 9, 17, 30, 41):
                for t in (a, b):
                    t.keys(*str(step), "G")
                    t.wait_step(step)
                assert a.settled() == b.settled(), "step %d at %dx%d" % (step, cols, rows)
            for key in ("?", "z", "Tab"):
                a.keys(key), b.keys(key)
                assert a.settled() == b.settled(), "after %s at %dx%d" % (key, cols, rows)


def test_render_is_what_the_room_sees():
    with lesson("dict-insert", STILL) as t:
        for step in (2, 12, 30):
            t.keys(*str(step), "G")
            t.wait_step(step)
            frame = bare("render", "dict-insert", "--stop", str(step), "--size", "80x24")
            assert t.text() == frame.stdout.decode().rstrip("\n"), "step %d" % step
        t.quit()


# ---- slow programs ----

SLOW = "x = 0\nwhile True:\n    x = 3 ** 300000\n    x = 0\n"


def test_a_slow_program_keeps_nobody_waiting():
    with lesson("-c", SLOW, STILL) as t:
        pid = t.pid()
        for step in range(2, 8):              # while it works ahead
            t.keys("Right")
            t.wait_promptly(r"(^|\D)%d/\d+\+$" % step, 2, pid)
        t.keys("End")
        t.wait_for("working; a key stops it")
        t.keys("Left")
        t.wait_promptly(r"(^|\D)6/\d+\+$", 2, pid)
        t.keys("q")
        t.wait_promptly("^status=0$", 2, pid)
