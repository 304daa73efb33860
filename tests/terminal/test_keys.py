"""Every key of the table in the help does what it says."""

import os
import pathlib
import re

import support
from tmux import Terminal, Unexpected, wait_until

PYVIZ = support.pyviz()
STILL = "--no-motion"
SCENARIOS = sorted(p.stem for p in (support.ROOT / "scenarios").glob("*.py"))


def lesson(*args, **options):
    """A terminal in which a lesson stands at its start."""
    terminal = Terminal(PYVIZ, **options)
    try:
        terminal.start(*args)
    except Unexpected:
        terminal.__exit__()
        raise
    return terminal


def current_line(text):
    found = re.search(r"^►\s*(\d+)", text, re.MULTILINE)
    return int(found[1]) if found else 0


def write(terminal, name, text):
    path = terminal.folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def press(terminal, key, pattern):
    terminal.keys(key)
    return terminal.wait_for(pattern)


# ---- stepping ----

def test_next_and_previous_step():
    with lesson("dict-insert", STILL) as t:
        step = 1
        for key in ("Right", "NPage", "Space", "Enter", "l", "n"):
            t.keys(key)
            step += 1
            t.wait_step(step)
        for key in ("Left", "PPage", "BSpace", "h", "p"):
            t.keys(key)
            step -= 1
            t.wait_step(step)
        t.quit()


def test_next_and_previous_statement():
    with lesson("dict-insert", STILL) as t:
        t.keys("Right")
        t.wait_step(2)
        seen = [current_line(t.text())]
        for key in ("Down", "j", "Down"):
            before = t.place()[0]
            t.keys(key)
            t.wait_gone(r"(^|\D)%d/\d+$" % before)
            seen.append(current_line(t.text()))
        assert seen == sorted(set(seen)), "lines %s" % seen
        for key in ("Up", "k", "Up"):
            before = t.place()[0]
            t.keys(key)
            t.wait_gone(r"(^|\D)%d/\d+$" % before)
            seen.append(current_line(t.text()))
        assert seen == seen[:4] + seen[2::-1], "lines %s" % seen
        t.quit()


def test_first_and_last():
    with lesson("dict-insert", STILL) as t:
        total = t.place()[1]
        for last, first in (("End", "Home"), ("G", "g")):
            t.keys(last)
            t.wait_step(total)
            t.keys(first)
            t.wait_step(1)
        t.quit()


def test_a_number_and_G_or_enter():
    with lesson("dict-insert", STILL) as t:
        t.keys("1", "2", "G")
        t.wait_step(12)
        t.keys("7", "Enter")
        t.wait_step(7)
        t.keys("1", "2", "BSpace", "1")
        t.wait_for("11G goes to step 11")
        t.keys("Escape")
        t.wait_gone("11G")
        t.keys("Enter")
        t.wait_step(8)
        t.keys("9", "9", "9", "G")
        t.wait_for("there are %d steps" % t.place()[1])
        t.wait_step(t.place()[1])
        t.quit()


def test_finish_leaves_the_operation():
    with lesson("dict-insert", STILL) as t:
        t.keys("5", "G")
        line = current_line(t.wait_step(5))
        t.keys("f")
        text = t.wait_gone(r"(^|\D)5/\d+$")
        assert t.place()[0] > 6 or current_line(text) != line
        t.quit()


def test_detail_keeps_the_place():
    with lesson("dict-insert", STILL) as t:
        t.keys("1", "2", "G")
        line = current_line(t.wait_step(12))
        totals = [t.place()[1]]
        for name in ("everything", "statements", "operations"):
            t.keys("d")
            text = t.wait_for("detail: %s" % name)
            assert current_line(text) == line
            totals.append(t.place()[1])
        assert totals[1] > totals[0] > totals[2] and totals[3] == totals[0], totals
        t.wait_step(12)
        t.quit()


def test_landmarks():
    with lesson("dict-insert", STILL) as t:
        steps = [1]
        for _ in range(3):
            t.keys("]")
            t.wait_gone(r"(^|\D)%d/\d+$" % steps[-1])
            steps.append(t.place()[0])
        assert steps == sorted(set(steps)), steps
        for expected in steps[2:0:-1]:
            t.keys("[")
            t.wait_step(expected)
        t.keys("End")
        t.keys("]")
        t.wait_for("no landmark further on")
        t.quit()


def test_the_ends_say_so():
    with lesson("dict-insert", STILL) as t:
        t.keys("Left")
        t.wait_for("this is the start")
        t.keys("End", "Right")
        t.wait_for("this is the end")
        t.quit()


def without_numbers(frame):
    return frame[:-1] + [re.sub(r"\d+/\d+$", "", "".join(c for c, _ in frame[-1]))]


def walk(t):
    """The frames of a whole lesson, with looks; every step shows something new."""
    total = t.place()[1]
    frames = [t.looks()]
    for step in range(2, total + 1):
        t.keys("Right")
        t.wait_step(step)
        frames.append(t.looks())
        new = without_numbers(frames[-1]) != without_numbers(frames[-2])
        assert new, "step %d of %d shows nothing new" % (step, total)
    return frames


def test_every_step_shows_something_and_the_way_back_is_the_same():
    for name in SCENARIOS:
        with lesson(name, STILL) as t:
            frames = walk(t)
            for step in range(len(frames) - 1, 0, -1):
                t.keys("Left")
                t.wait_step(step)
                assert t.looks() == frames[step - 1], "%s: step %d looks different on the way back" % (name, step)
            t.quit()


def test_a_burst_of_keys_is_not_kept_waiting_by_animations():
    with lesson("list-append") as t:
        pid = t.pid()
        t.keys(*["Right"] * 40)
        t.wait_promptly(r"(^|\D)41/\d+$", 3, pid)
        t.quit()


# ---- playing ----

def test_play_pause_faster_slower():
    with lesson("dict-insert") as t:
        t.keys("a")
        t.wait_for("playing")
        t.wait_step(2)
        for _ in range(4):
            t.keys("+")
        t.wait_for(r"a step every 0\.\d s")
        t.wait_for(r"(^|\D)4/\d+")
        t.keys("-")
        t.wait_for(r"a step every 0\.\d s")
        t.keys("a")
        t.wait_for("paused")
        at = t.place()
        assert t.settled() and t.place() == at
        t.keys("F5")
        wait_until(lambda: t.place() > at, "a step")
        t.keys("Escape")
        t.wait_gone("playing")
        t.quit()


def test_playing_stops_at_the_end():
    with lesson("-c", "a = 1\nb = 2") as t:
        t.keys("a", "+", "+", "+", "+", "+")
        t.wait_for("this is the end")
        t.quit()


# ---- looking ----

def test_help():
    with lesson("dict-insert", STILL) as t:
        t.keys("?")
        text = t.wait_for("Esc closes")
        assert "Stepping" in text and "Going places" in text
        for _ in range(20):
            t.keys("Down")
        t.wait_for("Ctrl-C")
        t.keys("Escape")
        t.wait_gone("Esc closes")
        t.wait_step(1)
        press(t, "F1", "Esc closes")
        t.keys("q")                       # closes the help only
        t.wait_gone("Esc closes")
        t.quit()


def test_blank():
    with lesson("dict-insert", STILL) as t:
        for key, back in (("b", "Right"), (".", "Escape"), ("b", "b")):
            t.keys("5", "G")
            before = t.wait_step(5)
            t.keys(key)
            wait_until(lambda: not t.text().strip(), "a blank screen")
            t.keys(back)
            assert t.wait_step(5) == before
        t.keys("b")
        wait_until(lambda: not t.text().strip(), "a blank screen")
        t.quit()


def test_search():
    with lesson("dict-insert", STILL) as t:
        t.keys("/")
        t.literally("kiwi")
        t.wait_for(r"^ ?/kiwi")
        t.keys("Enter")
        first = t.wait_for("^►.*kiwi")
        at = t.place()[0]
        t.keys("C-n")
        t.wait_gone(r"(^|\D)%d/\d+$" % at)
        assert "kiwi" in t.text() and current_line(t.text()) > current_line(first)
        t.keys("/")
        t.literally("OWNS NO TABLE")      # of the narration
        t.keys("Enter")
        t.wait_for("the search went on from the start")
        assert current_line(t.text()) == 11
        t.keys("/")
        t.literally("pushed past that")           # of what the machine says, and of no line of the file
        t.keys("Enter")
        t.wait_for("^ .*pushed past that")
        t.keys("/")
        t.literally("no such thing")
        t.keys("Enter")
        t.wait_for('no line or step says "no such')
        t.quit()


def test_search_backwards_and_lines():
    with lesson("dict-insert", STILL) as t:
        t.keys("End", "\\")
        t.literally("kiwi")
        t.wait_for(r"^ ?\\kiwi")
        t.keys("Enter")
        last = current_line(t.wait_for("^►.*kiwi"))
        t.keys("C-n")
        t.wait_gone("^► +%d " % last)
        at = t.place()[0]
        t.keys("N")
        t.wait_gone(r"(^|\D)%d/\d+$" % at)
        assert current_line(t.text()) == last
        t.keys("1", "9", "L")
        t.wait_for("^► +19 ")
        t.keys("L")
        t.wait_for("it runs at no other time")
        t.quit()


def test_marks():
    with lesson("dict-insert", STILL) as t:
        t.keys("1", "2", "G")
        t.wait_step(12)
        press(t, "m", "a letter names it")
        press(t, "k", "'k comes back here")
        t.keys("End")
        t.wait_step(t.place()[1])
        press(t, "'", r"last jump · k line \d+")
        t.keys("k")
        t.wait_step(12)
        t.keys("'", "'")
        t.wait_step(t.place()[1])
        press(t, "'", "last jump")
        t.keys("Escape")
        t.wait_gone("last jump")
        t.quit()


def test_clicks():
    with lesson("dict-insert", STILL, "--mouse") as t:
        def click(row, col):
            t.literally("\033[<0;%d;%dM" % (col + 1, row + 1))

        rows = t.text().split("\n")
        row = next(i for i, line in enumerate(rows) if re.match(" +19 ", line))
        click(row, 20)
        t.wait_for("^► +19 ")
        at = t.place()[0]
        click(12, 40)
        t.wait_step(at + 1)
        rows = t.text().split("\n")
        click(next(i for i, line in enumerate(rows) if line.startswith("─")), 30)
        t.wait_for("view: ")
        t.quit()


def test_older_commands_come_again():
    with lesson("dict-insert", STILL) as t:
        t.keys(":")
        t.literally("13")
        t.keys("Left", "BSpace")
        t.literally("2")
        t.wait_for("^ ?:23$")
        t.keys("Enter")
        t.wait_step(23)
        t.keys("Home", ":", "Up")
        t.wait_for("^ ?:23$")
        t.keys("Enter")
        t.wait_step(23)
        t.quit()


def test_what_if():
    with lesson("list-append", STILL) as t:
        t.keys("1", "2", "G")
        t.wait_step(12)
        before = t.text()

        def what_if(statement, pattern):
            t.keys(">")
            t.literally(statement)
            t.wait_for("^ ?> " + re.escape(statement))
            t.keys("Enter")
            return t.wait_for(pattern)

        what_if("a = [", "SyntaxError")
        text = what_if("a.clear()", "^►.*> +a.clear")
        assert "what if" in text and "Esc back" in text
        press(t, "Right", "len 3→0")
        what_if("a", "^►.*> +a$")                  # as a prompt would show it
        press(t, "Right", "has printed: \\[\\]")
        t.keys("End")
        t.wait_for("The program has ended")
        press(t, "Escape", "the what-if before")
        press(t, "Escape", "back in the lesson")
        t.keys("Left", "Right")
        t.wait_step(12)
        assert t.text() == before
        t.quit()


def test_command_line():
    with lesson("dict-insert", STILL) as t:
        def command(words, pattern):
            t.keys(":")
            t.literally(words)
            t.wait_for("^ ?:" + re.escape(words))
            t.keys("Enter")
            return t.wait_for(pattern)

        command("12", r"(^|\D)12/\d+$")
        assert current_line(command("line 19", "^► +19 ")) == 19
        command("line 1000", "the file has")
        command("event 3", r"(^|\D)\d/\d+$")
        command("event 999999", r"there are \d+ events")
        command("theme light", "theme: light")
        command("theme pink", "themes: dark, light, mono")
        command("detail everything", "detail: everything")
        command("show nothing_of_that_name", r"\d+/\d+$")
        command("show", r"\d+/\d+$")
        command("frobnicate", "no such command: frobnicate")
        t.keys(":")
        t.literally("ünï漢")
        t.wait_for("^ ?:ünï漢")
        t.keys("BSpace", "BSpace", "BSpace")
        t.wait_for("^ ?:ü$")
        t.keys("C-u")
        t.wait_for("^ ?:$")
        t.keys("Escape")
        t.wait_gone("^ ?:")
        command("q", "^status=0$")


def test_theme_view_zoom_question():
    with lesson("dict-insert", STILL) as t:
        t.keys("6", "G")
        t.wait_step(6)
        looks = t.looks()
        t.keys("t")
        t.wait_for("theme: light")
        assert t.looks() != looks
        t.keys("t", "t")
        t.wait_for("theme: dark")
        t.keys("Tab")
        assert "slots ·" not in t.wait_for("─ names ─")
        t.keys("Right")                   # the view stays
        t.wait_step(7)
        assert "─ names ─" in t.text()
        for _ in range(12):               # round all views
            if "slots ·" not in t.text():
                t.keys("Tab")
                t.settled()
        t.wait_for("slots ·")
        t.keys("z")
        t.wait_gone("dict-insert")
        t.keys("z")
        t.wait_for("dict-insert")
        t.keys("Home", "Q")
        t.wait_for("a question")
        assert "owns no table" not in t.text()
        t.keys("Right")                   # tells, and does not step
        t.wait_for("owns no table")
        t.wait_step(2)
        t.quit()


def test_unknown_keys_say_so():
    with lesson("dict-insert", STILL) as t:
        press(t, "w", "does nothing here")
        t.wait_step(1)
        t.quit()


# ---- loading again ----

GOOD = "a = [1]\na.append(2)\nprint(a)\n"


def test_reload():
    with Terminal(PYVIZ) as t:
        path = write(t, "lesson.py", GOOD)
        t.start(path, STILL)
        t.keys("4", "G")
        t.wait_step(4)
        pathlib.Path(path).write_text(GOOD + "print('a new line')\n")
        before = t.place()
        t.keys("r")
        t.wait_for("loaded again")
        t.wait_step(4)
        assert t.place()[1] > before[1]
        at = t.place()
        for broken, message in (("a = [1\n", "SyntaxError"), ("# coding: koi8-r\n", "not simulated"), (None, "cannot open")):
            if broken:
                pathlib.Path(path).write_text(broken)
            else:
                os.unlink(path)
            t.keys("r")
            t.wait_for(message)
            assert t.place() == at
            t.keys("Right")
            t.wait_step(at[0] + 1)        # the old lesson goes on
            t.keys("Left")
            t.wait_step(at[0])
        t.quit()


def test_code_cannot_be_loaded_again():
    with lesson("-c", "a = 1") as t:
        press(t, "r", "only a file can be loaded again")
        t.quit()


# ---- redraw, suspend, quit ----

def test_redraw():
    with lesson("dict-insert", STILL) as t:
        t.keys("6", "G")
        frame = t.wait_step(6)
        with open("/proc/%d/fd/1" % t.pid(), "w") as screen:
            screen.write("\033[3;1Hgarbage from elsewhere")
        t.wait_for("garbage from elsewhere")
        t.keys("C-l")
        assert t.wait_gone("garbage") == frame
        t.quit()


def test_suspend_and_continue():
    with lesson("dict-insert", STILL) as t:
        t.keys("6", "G")
        frame = t.wait_step(6)
        t.keys("C-z")
        t.wait_for("Stopped")
        assert t.flags() == "0 1 0 0", t.flags()
        t.shell("stty -a | grep -o -- '-\\?icanon'")
        t.wait_for("^icanon$")
        t.resize(100, 30)
        t.literally("fg; echo status=$?")
        t.keys("Enter")
        t.wait_step(6)
        t.resize(80, 24)
        wait_until(lambda: t.text() == frame, lambda: "the frame as it was\n" + t.text())
        t.keys("Right")
        t.wait_step(7)
        t.quit()


def test_quit_keeps_the_place():
    with lesson("dict-insert", STILL) as t:
        t.keys("9", "G")
        t.wait_step(9)
        t.quit()
        t.start("dict-insert", STILL)
        t.wait_for("last time: step 9; 9G goes there")
        t.wait_step(1)
        t.keys("9", "G")
        t.wait_step(9)
        t.keys("d")
        t.wait_for("detail: everything")
        stop = t.place()[0]
        t.keys("C-c")
        t.ended(0)
        t.start("dict-insert", STILL)
        t.wait_for(r"last time: step %d of detail everything \(d\)" % stop)
        t.keys("Home")
        t.quit()
        t.start("dict-insert", STILL)     # left at the start: nothing to tell
        assert "last time" not in t.text()
        t.quit()
        t.start("-c", "a = 1\nb = 2", STILL)
        t.keys("End")
        t.quit()
        assert not (t.folder / "state/pyviz/places").read_text()


def test_a_place_that_cannot_be_kept_is_no_error():
    with lesson("dict-insert", STILL, env={"XDG_STATE_HOME": "/proc/nowhere"}) as t:
        t.keys("9", "G")
        t.wait_step(9)
        t.quit()
        assert t.text().count("\n") <= 2, t.text()
