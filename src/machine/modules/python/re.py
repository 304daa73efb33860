# re: the functions and flags around _sre's patterns.

import copyreg
import enum
from _library import warn_deprecated as _warn_deprecated
from _sre import Match, Pattern, compile as _sre_compile
from sys import version_info as _version

__version__ = "2.2.1"
__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
           "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
           "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag"]
if _version >= (3, 13):
    __all__.append("PatternError")
if _version < (3, 13):
    __all__.insert(10, "template")


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """How a pattern is read and matched."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    if _version < (3, 13):
        TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


RegexFlag.__repr__ = enum.global_flag_repr
globals().update(RegexFlag.__members__)


class PatternError(Exception):
    """What is wrong with a pattern, and where: msg, pattern, pos, lineno, colno."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        line = column = None
        whole = msg
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            line, column = pattern.count(newline, 0, pos) + 1, pos - pattern.rfind(newline, 0, pos)
            place = f" (line {line}, column {column})" if newline in pattern else ""
            whole = f"{msg} at position {pos}{place}"
        self.msg, self.pattern, self.pos, self.lineno, self.colno = msg, pattern, pos, line, column
        super().__init__(whole)


error = PatternError
if _version < (3, 13):
    error.__name__ = error.__qualname__ = "error"
    del PatternError

# What has been compiled last; since 3.12 the 256 that came in last stand in another one, too, which is asked first.
_cache, _latest = {}, {} if _version >= (3, 12) else None
_MOST, _MOST_LATEST = 512, 256


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    if _latest is None:
        found = _cache.get(key)
    else:
        found = _latest.get(key)
        if found is None and (found := _cache.pop(key, None)) is not None:
            _remember(key, found)
    if found is not None:
        return found
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    found = _sre_compile(pattern, flags, error)
    _remember(key, found)
    return found


def _remember(key, found):
    if len(_cache) >= _MOST:
        del _cache[next(iter(_cache))]
    _cache[key] = found
    if _latest is not None:
        if len(_latest) >= _MOST_LATEST:
            del _latest[next(iter(_latest))]
        _latest[key] = found


def compile(pattern, flags=0):
    """The Pattern of a regular expression."""
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """A match at the start of the text, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """A match of the whole text, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match anywhere in the text, or None."""
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    """A list of what all matches give: the text, the only group, or a tuple of the groups."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return _compile(pattern, flags).finditer(string)


if _version < (3, 13):
    def sub(pattern, repl, string, count=0, flags=0):
        """The text with its matches replaced by a template, or by what a function makes of them."""
        return _compile(pattern, flags).sub(repl, string, count)

    def subn(pattern, repl, string, count=0, flags=0):
        """The same, and how many were replaced."""
        return _compile(pattern, flags).subn(repl, string, count)

    def split(pattern, string, maxsplit=0, flags=0):
        """The text between the matches, and what the groups took."""
        return _compile(pattern, flags).split(string, maxsplit)
else:
    class _Zero(int):
        pass

    _zero = _Zero()

    def _positional(function, what, before, args, count, flags):
        # count and flags may still come by position, with a warning
        if count is not _zero:
            raise TypeError(f"{function}() got multiple values for argument '{what}'")
        count, *args = args
        if args:
            if flags is not _zero:
                raise TypeError(f"{function}() got multiple values for argument 'flags'")
            flags, *args = args
            if args:
                raise TypeError(f"{function}() takes from {before} to {before + 2} positional arguments "
                                "but %d were given" % (before + 2 + len(args)))
        _warn_deprecated(f"'{what}' is passed as positional argument")
        return count, flags

    def sub(pattern, repl, string, *args, count=_zero, flags=_zero):
        """The text with its matches replaced by a template, or by what a function makes of them."""
        if args:
            count, flags = _positional("sub", "count", 3, args, count, flags)
        return _compile(pattern, flags).sub(repl, string, count)

    def subn(pattern, repl, string, *args, count=_zero, flags=_zero):
        """The same, and how many were replaced."""
        if args:
            count, flags = _positional("subn", "count", 3, args, count, flags)
        return _compile(pattern, flags).subn(repl, string, count)

    def split(pattern, string, *args, maxsplit=_zero, flags=_zero):
        """The text between the matches, and what the groups took."""
        if args:
            maxsplit, flags = _positional("split", "maxsplit", 2, args, maxsplit, flags)
        return _compile(pattern, flags).split(string, maxsplit)


def purge():
    """Forgets the patterns compiled so far."""
    _cache.clear()
    if _latest is not None:
        _latest.clear()


class Scanner:
    """Cuts a text into tokens: of a list of patterns, the first that matches says what is done with its text."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        for phrase, action in lexicon:
            if _compile(phrase, flags).groups:
                from _machine import refuse
                refuse("a Scanner's pattern with groups")
        self.scanner = _compile("|".join(f"({phrase})" for phrase, action in lexicon), flags)

    def scan(self, string):
        """What the actions have made of the tokens, and the rest of the text, which is none."""
        found, end, next_match = [], 0, self.scanner.scanner(string).match
        while token := next_match():
            begin, end = end, token.end()
            if begin == end:
                break
            action = self.lexicon[token.lastindex - 1][1]
            if callable(action):
                self.match = token
                action = action(self, token.group())
            if action is not None:
                found.append(action)
        return found, string[end:]


_special = {i: "\\" + chr(i) for i in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """A text with a backslash before all that has a meaning in patterns."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


if _version < (3, 13):
    def template(pattern, flags=0):
        """Deprecated: compile(pattern, flags)."""
        _warn_deprecated("The re.template() function is deprecated as it is an undocumented function "
                         "without an obvious purpose. Use re.compile() instead.")
        return _compile(pattern, flags | 1)


copyreg.pickle(Pattern, lambda pattern: (_compile, (pattern.pattern, pattern.flags)))
