# Words of a command line, as a shell tells them apart.

import re as _re
from _machine import refuse as _refuse

__all__ = ["shlex", "split", "quote", "join"]


def split(s, comments=False, posix=True):
    """Words between blanks; quotes hold words together, and a backslash takes what follows as it is."""
    if s is None:
        raise ValueError("s argument must not be None")
    if not posix:
        _refuse("shlex.split() with posix=False")
    words, word, at, end = [], None, 0, len(s)
    while at < end:
        c, at = s[at], at + 1
        if c in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif c == "#" and comments:
            if word is not None:
                words.append(word)
            word, at = None, s.find("\n", at) + 1 or end
        elif c in "'\"":
            text, at = _quoted(s, at, c)
            word = (word or "") + text
        elif c == "\\":
            if at == end:
                raise ValueError("No escaped character")
            word, at = (word or "") + s[at], at + 1
        else:
            word = (word or "") + c
    if word is not None:
        words.append(word)
    return words


def _quoted(s, at, quote):
    """(what stands up to the other quote, where that ends)"""
    text = []
    while at < len(s):
        c, at = s[at], at + 1
        if c == quote:
            return "".join(text), at
        if c == "\\" and quote == '"':
            if at == len(s):
                raise ValueError("No escaped character")
            c, at = ("" if s[at] in '"\\' else "\\") + s[at], at + 1
        text.append(c)
    raise ValueError("No closing quotation")


_unsafe = _re.compile(r"[^\w@%+=:,./-]", _re.ASCII)


def quote(s):
    if not s:
        return "''"
    if not _unsafe.search(s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(map(quote, split_command))


class shlex:
    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        _refuse("shlex.shlex")
