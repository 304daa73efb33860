# cmd: programs that are told what to do, a line at a time.

import string
import sys
from sys import version_info as _version
if _version >= (3, 13):
    import inspect

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = string.ascii_letters + string.digits + "_"

# What "help help" shows; the library's functions keep no docstrings.
_HELP_OF_HELP = 'List available commands with "help" or detailed help with "help cmd".'


class Cmd:
    """A loop that reads lines and calls do_NAME(rest of the line) for each."""

    prompt = PROMPT
    identchars = IDENTCHARS
    ruler = "="
    lastcmd = ""
    intro = None
    doc_leader = ""
    doc_header = "Documented commands (type help <topic>):"
    misc_header = "Miscellaneous help topics:"
    undoc_header = "Undocumented commands:"
    nohelp = "*** No help on %s"
    use_rawinput = 1

    def __init__(self, completekey="tab", stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []
        self.completekey = completekey

    # ---- the loop ----

    def cmdloop(self, intro=None):
        """Reads and obeys, until a command returns something true."""
        self.preloop()
        if intro is not None:
            self.intro = intro
        if self.intro:
            self.stdout.write(f"{self.intro}\n")
        stop = None
        while not stop:
            line = self.precmd(self.cmdqueue.pop(0) if self.cmdqueue else self._next_line())
            stop = self.postcmd(self.onecmd(line), line)
        self.postloop()

    def _next_line(self):
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return "EOF"
        self.stdout.write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip("\r\n") if line else "EOF"

    def precmd(self, line):
        """What is to be done instead of this line."""
        return line

    def postcmd(self, stop, line):
        """Whether the loop ends after this line."""
        return stop

    def preloop(self):
        """Called before the first line."""

    def postloop(self):
        """Called after the last line."""

    def parseline(self, line):
        """(command, rest, line); command is None where there is none."""
        line = line.strip()
        if line.startswith("?"):
            line = "help " + line[1:]
        elif line.startswith("!") and hasattr(self, "do_shell"):
            line = "shell " + line[1:]
        elif not line or line.startswith("!"):
            return None, None, line
        n = 0
        while n < len(line) and line[n] in self.identchars:
            n += 1
        return line[:n], line[n:].strip(), line

    def onecmd(self, line):
        """Does what a line says."""
        command, rest, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if command is None:
            return self.default(line)
        self.lastcmd = "" if line == "EOF" else line
        action = getattr(self, "do_" + command, None) if command else None
        return self.default(line) if action is None else action(rest)

    def emptyline(self):
        """The last command once more."""
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        """A line that no command is for."""
        self.stdout.write(f"*** Unknown syntax: {line}\n")

    # ---- completing ----

    def completedefault(self, *ignored):
        return []

    def completenames(self, text, *ignored):
        return [name[3:] for name in self.get_names() if name.startswith("do_" + text)]

    def get_names(self):
        return dir(self.__class__)

    def complete_help(self, *args):
        topics = {name[5:] for name in self.get_names() if name.startswith("help_" + args[0])}
        return list(set(self.completenames(*args)) | topics)

    # ---- help ----

    def do_help(self, arg):
        if not arg:
            return self._list_topics()
        explain = getattr(self, "help_" + arg, None)
        if explain is not None:
            explain()
            return
        text = self._text_of(arg)
        if text and _version >= (3, 13):
            text = inspect.cleandoc(text)
        self.stdout.write(f"{text or self.nohelp % (arg,)}\n")

    def _text_of(self, command):
        action = getattr(self, "do_" + command, None)
        if action is None:
            return None
        if getattr(action, "__func__", None) is Cmd.do_help:
            return _HELP_OF_HELP
        return getattr(action, "__doc__", None)

    def _list_topics(self):
        names = sorted(set(self.get_names()))
        topics = {name[5:] for name in names if name.startswith("help_")}
        commands = [name[3:] for name in names if name.startswith("do_")]
        known = [c for c in commands if c in topics or self._text_of(c)]
        self.stdout.write(f"{self.doc_leader}\n")
        self.print_topics(self.doc_header, known, 15, 80)
        self.print_topics(self.misc_header, sorted(topics.difference(known)), 15, 80)
        self.print_topics(self.undoc_header, [c for c in commands if c not in known], 15, 80)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        if not cmds:
            return
        self.stdout.write(f"{header}\n")
        if self.ruler:
            self.stdout.write(f"{self.ruler * len(header)}\n")
        self.columnize(cmds, maxcol - 1)
        self.stdout.write("\n")

    def columnize(self, list, displaywidth=80):
        """Words in columns, in as few rows as fit."""
        if not list:
            self.stdout.write("<empty>\n")
            return
        wrong = [i for i in range(len(list)) if not isinstance(list[i], str)]
        if wrong:
            raise TypeError("list[i] not a string for i in %s" % ", ".join(map(str, wrong)))
        for rows in range(1, len(list) + 1):
            columns = [list[i:i + rows] for i in range(0, len(list), rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * len(widths) - 2 <= displaywidth:
                break
        else:
            columns, widths = [list], [0]
        for row in range(rows):
            words = [column[row] if row < len(column) else "" for column in columns]
            while words and not words[-1]:
                words.pop()
            self.stdout.write("  ".join([word.ljust(width) for word, width in zip(words, widths)]) + "\n")
