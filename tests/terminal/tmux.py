"""A terminal of our own to drive pyviz in: a tmux server that nobody else uses.

Nothing here sleeps for a result: whatever is expected is polled for, until it is there or PATIENCE has passed.
"""

import itertools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

import support

PATIENCE = float(os.environ.get("PYVIZ_PATIENCE", "30"))     # seconds that something may take to appear
POLL = 0.02
PLACE = re.compile(r"(\d+)/(\d+)(\+?)$")
FLAGS = "#{alternate_on} #{cursor_flag} #{keypad_flag} #{mouse_any_flag}"
RESTORED = "0 1 0 0"
_numbers = itertools.count(1)


def available():
    return shutil.which("tmux") is not None


class Unexpected(AssertionError):
    pass


def wait_until(condition, what):
    """Polls until condition() is true; returns what it gave."""
    deadline = time.monotonic() + PATIENCE
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Unexpected("waited in vain for %s" % (what() if callable(what) else what))
        time.sleep(POLL)


def queued(pid):
    """Seconds for which a process has stood in line for a CPU; 0 once it is gone, or where the kernel does not tell."""
    try:
        return int(pathlib.Path("/proc/%d/schedstat" % pid).read_text().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def wait_promptly(condition, what, seconds, pid):
    """As wait_until, for what a program owes within so many seconds.  The clock stands while it is in line for a CPU and
    while we look ourselves, so that on a busy machine, too, only a slow program is late."""
    start, excused, before = time.monotonic(), 0.0, queued(pid)
    while True:
        begun = time.monotonic()
        value = condition()
        if value:
            return value
        looked = time.monotonic()
        if looked - start - excused - max(0.0, queued(pid) - before) > seconds:
            raise Unexpected("waited more than %g s for %s" % (seconds, what() if callable(what) else what))
        time.sleep(POLL)
        excused += time.monotonic() - begun - POLL


SGR = re.compile(r"\033\[([\d;]*)m")
SHIFTS = re.compile(r"\033\([B0]|[\016\017]")               # to another set of characters and back
VISIBLE_BLANK = {"4", "7", "bg"}                             # of a blank only these are seen


def change(look, codes):
    """The look after an SGR sequence: a dict from what it sets to the codes that set it."""
    codes = codes.split(";") if codes else ["0"]
    while codes:
        code = codes.pop(0)
        number = int(code or 0)
        if number == 0:
            look = {}
        elif number in (38, 48):
            size = 2 if codes[0] == "5" else 4
            look = dict(look, **{"fg" if number == 38 else "bg": ";".join([code] + codes[:size])})
            del codes[:size]
        elif 30 <= number < 38 or 90 <= number < 98:
            look = dict(look, fg=code)
        elif 40 <= number < 48 or 100 <= number < 108:
            look = dict(look, bg=code)
        else:
            gone = {39: "fg", 49: "bg", 22: "1", 23: "3", 24: "4", 27: "7"}.get(number)
            look = {what: how for what, how in look.items() if what != gone} if gone else dict(look, **{code: code})
    return look


def seen(capture):
    """The rows of `tmux capture-pane -e` as lists of (character, look), without what is not seen, and without blanks at
    their ends: whether it shows coloured ones depends on whether they were written or erased."""
    look = {}
    for line in SHIFTS.sub("", capture).rstrip("\n").split("\n"):
        row = []
        for i, part in enumerate(SGR.split(line)):
            if i % 2:
                look = change(look, part)
                continue
            for character in part:
                shown = {k: v for k, v in look.items() if character != " " or k in VISIBLE_BLANK}
                row.append((character, tuple(sorted(shown.values()))))
        while row and row[-1][0] == " ":
            row.pop()
        yield row


class Terminal:
    """A pane of a given size with a shell in it.  As a context manager it cleans up after itself."""

    def __init__(self, program, cols=80, rows=24, env=None):
        self.program = program
        self.socket = "pyviz-%d-%d" % (os.getpid(), next(_numbers))
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pyviz-terminal-"))
        self.env = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "TERM": "screen-256color", "LC_ALL": "C.UTF-8",
                    "XDG_STATE_HOME": str(self.folder / "state"), "PS1": "ready> ", "HISTFILE": "/dev/null"}
        # A sanitizer's reports belong into a file, not on the screen, and SIGSEGV is the program's.
        for options in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            self.env[options] = "%s:handle_segv=0:log_path=%s" % (os.environ.get(options, ""), self.folder / "report")
        self.env.update(env or {})
        shell = ["env", "-i"] + ["%s=%s" % pair for pair in self.env.items()] + ["bash", "--norc", "--noprofile"]
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(cols), "-y", str(rows), *shell,
                  ";", "set", "-g", "status", "off", ";", "set", "-g", "escape-time", "0",
                  ";", "set", "-g", "remain-on-exit", "on")
        self.resize(cols, rows)
        self.wait_for("ready>")

    def __enter__(self):
        return self

    def __exit__(self, wrong, *_):
        writers = self.processes()
        self.kill()
        wait_until(lambda: not any(map(alive, writers)), "the end of what writes into the folder")
        reports = [path.read_bytes() for path in self.folder.glob("report.*")]
        shutil.rmtree(self.folder, ignore_errors=True)
        found = support.SANITIZER.sub(b"", b"".join(reports)).decode("utf-8", "backslashreplace")
        if found and not wrong:
            raise Unexpected(found)

    # ---- tmux ----

    def tmux(self, *words, check=True):
        done = subprocess.run(["tmux", "-L", self.socket, *words], capture_output=True, text=True)
        if check and done.returncode:
            raise Unexpected("tmux %s: %s" % (" ".join(words), done.stderr.strip()))
        return done.stdout

    def kill(self):
        self.tmux("kill-server", check=False)

    def resize(self, cols, rows):
        self.tmux("resize-window", "-x", str(cols), "-y", str(rows))

    def flags(self):
        return self.tmux("display-message", "-p", FLAGS).strip()

    def shell_pid(self):
        return int(self.tmux("display-message", "-p", "#{pane_pid}"))

    def record(self):
        """From now on every byte that is sent to the terminal goes into the file that is returned."""
        path = self.folder / ("bytes-%d" % next(_numbers))
        path.write_bytes(b"")
        self.tmux("pipe-pane", "-o", "cat > %s" % path)
        return path

    # ---- what is on the screen ----

    def text(self):
        """The screen's rows, blanks at their ends gone."""
        return self.tmux("capture-pane", "-p").rstrip("\n")

    def looks(self):
        """What is seen: for each row its characters, each with its look (a sorted tuple of SGR codes)."""
        return list(seen(self.tmux("capture-pane", "-pe")))

    def matching(self, pattern):
        """A function that gives the screen's text while that matches, and one that says what was waited for."""
        def look():
            text = self.text()
            return text if re.search(pattern, text, re.MULTILINE) else None
        return look, lambda: "%r on\n%s" % (pattern, self.text())

    def wait_for(self, pattern):
        """Until the screen matches; returns its text."""
        return wait_until(*self.matching(pattern))

    def wait_promptly(self, pattern, seconds, pid):
        """The same, within seconds that the program is to blame for."""
        return wait_promptly(*self.matching(pattern), seconds, pid)

    def wait_gone(self, pattern):
        def look():
            text = self.text()
            return None if re.search(pattern, text, re.MULTILINE) else text or " "
        return wait_until(look, lambda: "the end of %r on\n%s" % (pattern, self.text()))

    def settled(self):
        """The text once it has stood still for two looks (movements take at most 600 ms)."""
        before, same, deadline = None, 0, time.monotonic() + PATIENCE
        while same < 3 and time.monotonic() < deadline:
            now = self.text()
            same = same + 1 if now == before else 0
            before = now
            time.sleep(POLL)
        return before

    # ---- the program ----

    def keys(self, *names):
        self.tmux("send-keys", *names)

    def literally(self, text):
        self.tmux("send-keys", "-l", text)

    def shell(self, command):
        """Types a command line, on a clear screen."""
        self.literally("clear; " + command)
        self.keys("Enter")

    def command(self, *args):
        return " ".join(("'%s'" % a.replace("'", "'\\''")) if re.search(r"[^\w./=-]", a) else a
                        for a in (self.program,) + args)

    def start(self, *args, env="", redirect=""):
        """Starts pyviz and waits for its first frame."""
        line = "%s %s %s; echo \"status=$?\"" % (env, self.command(*args), redirect)
        self.shell(line.strip())
        return self.wait_for(r"\d+/\d+\+?$")

    def pid(self):
        """Of the pyviz that the shell has started."""
        return wait_until(lambda: children_of(self.shell_pid()), "a child of the shell")[-1]

    def processes(self):
        """The shell and what it has started; none once tmux has ended."""
        pids = self.tmux("display-message", "-p", "#{pane_pid}", check=False).split()
        return [pid for shell in map(int, pids) for pid in [shell, *children_of(shell)]]

    def ended(self, status):
        """Until the shell says with which status it ended."""
        return self.wait_for(r"^status=%d$" % status)

    def quit(self):
        self.keys("q")
        return self.ended(0)

    def place(self):
        """(step, total) of the footer; None while there is none."""
        for row in reversed(self.text().splitlines()):
            found = PLACE.search(row)
            if found:
                return int(found[1]), int(found[2])
        return None

    def wait_step(self, number):
        return self.wait_for(r"(^|\D)%d/\d+\+?$" % number)


def children_of(pid):
    try:
        return [int(p) for p in pathlib.Path("/proc/%d/task/%d/children" % (pid, pid)).read_text().split()]
    except OSError:
        return []


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = pathlib.Path("/proc/%d/stat" % pid)
    try:
        return state.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def cpu_and_wakeups(pid):
    """(clock ticks of CPU, times it has gone to sleep) so far."""
    fields = pathlib.Path("/proc/%d/stat" % pid).read_text().rsplit(")", 1)[1].split()
    status = pathlib.Path("/proc/%d/status" % pid).read_text()
    return int(fields[11]) + int(fields[12]), int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M)[1])


SIGNALS = {name: getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGSEGV", "SIGABRT", "SIGINT")}
