# doctest: the examples in docstrings, run, and compared with what they say that they print.

import os
import sys
from _machine import compile_shown as _compile_shown, format_exception as _format, source_text as _source_text
from collections import namedtuple
from traceback import format_exception_only

__all__ = ["testmod", "testfile", "run_docstring_examples", "TestResults", "DocTestFailure", "UnexpectedException",
           "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
           "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
           "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "OPTIONFLAGS_BY_NAME"]

_flags = ("DONT_ACCEPT_TRUE_FOR_1 DONT_ACCEPT_BLANKLINE NORMALIZE_WHITESPACE ELLIPSIS SKIP IGNORE_EXCEPTION_DETAIL"
          " REPORT_UDIFF REPORT_CDIFF REPORT_NDIFF REPORT_ONLY_FIRST_FAILURE FAIL_FAST").split()
OPTIONFLAGS_BY_NAME = {name: 1 << i for i, name in enumerate(_flags)}
globals().update(OPTIONFLAGS_BY_NAME)
COMPARISON_FLAGS = (1 << 6) - 1
REPORTING_FLAGS = (1 << 11) - (1 << 6)

_RULE = "*" * 70
_HEADS = ("Traceback (most recent call last):", "Traceback (innermost last):")
_plural = sys.version_info >= (3, 13)
_module = type(sys)


class TestResults(namedtuple("TestResults", "failed attempted")):
    """How many examples failed, of how many."""

    def __new__(cls, failed, attempted, *, skipped=0):
        self = super().__new__(cls, failed, attempted)
        if _plural:
            self.skipped = skipped
        return self

    def __repr__(self):
        tail = f", skipped={self.skipped}" if _plural and self.skipped else ""
        return f"TestResults(failed={self.failed}, attempted={self.attempted}{tail})"


class DocTestFailure(Exception):
    """An example printed something else: raise_on_error."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got


class UnexpectedException(Exception):
    """An example raised: raise_on_error."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info


class Example:
    """What is typed at the prompt, what shall come, and where it stands in the docstring."""

    def __init__(self, source, want, lineno, options, exc_msg):
        self.source, self.want, self.lineno = source, want, lineno
        self.options, self.exc_msg = options, exc_msg


class DocTest:
    """The examples of one docstring."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs, self.name = examples, globs, name
        self.filename, self.lineno, self.docstring = filename, lineno, docstring


# ---- reading docstrings ----

def _indent_of(line):
    return len(line) - len(line.lstrip(" "))


def _options(source, name, lineno):
    """`# doctest: +ELLIPSIS, -SKIP` in an example."""
    found = {}
    for line in source.split("\n"):
        head, mark, words = line.partition("doctest:")
        if not mark or not head.rstrip().endswith("#") or "#" not in head:
            continue
        for word in words.replace(",", " ").split():
            if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                raise ValueError(f"line {lineno + 1} of the doctest for {name} has an invalid option: {word!r}")
            found[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
    return found


def _exception_in(want):
    """The last line of a traceback that an example wants, else None."""
    lines = want.split("\n")
    if not lines or lines[0].rstrip() not in _HEADS:
        return None
    for i, line in enumerate(lines[1:], 1):
        if line and (line[0].isalnum() or line[0] == "_"):
            return "\n".join(lines[i:])
    return None


def _take_source(lines, i, indent, name):
    """The lines of a prompt and its continuations, without prompts; and the next line's number."""
    source = []
    while i < len(lines) and (not source or lines[i].lstrip(" ").startswith("...")):
        text, at = lines[i], _indent_of(lines[i])
        if at != indent:
            if source:
                break
        prompt, rest = text[indent:indent + 3], text[indent + 3:]
        if rest and rest[0] != " ":
            raise ValueError(f"line {i + 1} of the docstring for {name} lacks blank after {prompt}: {text!r}")
        source.append(rest[1:])
        i += 1
    return source, i


def _take_want(lines, i, indent, name):
    want = []
    while i < len(lines) and lines[i].strip() and not lines[i].lstrip(" ").startswith(">>> ") and lines[i].strip() != ">>>":
        if lines[i][:indent].strip():
            raise ValueError(f"line {i + 1} of the docstring for {name} has inconsistent leading whitespace: {lines[i]!r}")
        want.append(lines[i][indent:])
        i += 1
    return want, i


def _examples(docstring, name):
    lines = docstring.expandtabs().split("\n")
    margins = [_indent_of(line) for line in lines if line.strip()]
    margin = min(margins) if margins else 0
    if margin:
        lines = [line[margin:] for line in lines]
    found, i = [], 0
    while i < len(lines):
        text = lines[i].lstrip(" ")
        if not (text.startswith(">>> ") or text.rstrip() == ">>>"):
            if text.startswith(">>>"):
                raise ValueError(f"line {i + 1} of the docstring for {name} lacks blank after >>>: {lines[i]!r}")
            i += 1
            continue
        at, indent = i, _indent_of(lines[i])
        source, i = _take_source(lines, i, indent, name)
        want, i = _take_want(lines, i, indent, name)
        source = "\n".join(source)
        source += "" if source.endswith("\n") else "\n"
        want = "\n".join(want) + "\n" if want else ""
        if all(not line.strip() or line.lstrip().startswith("#") for line in source.split("\n")):
            continue
        found.append(Example(source, want, at, _options(source, name, at), _exception_in(want)))
    return found


# ---- finding them ----

def _unwrapped(value):
    """What lies under the decorators; the object itself if they go round in a circle."""
    seen, inner = {id(value)}, value
    while hasattr(inner, "__wrapped__"):
        inner = inner.__wrapped__
        if id(inner) in seen:
            return value
        seen.add(id(inner))
    return inner


def _is_routine(value):
    return type(_unwrapped(value)).__name__ in ("function", "method", "builtin_function_or_method")


def _belongs(module, value):
    value = _unwrapped(value)
    if isinstance(value, property):
        return True
    if hasattr(value, "__globals__"):
        return value.__globals__ is module.__dict__
    return getattr(value, "__module__", None) == module.__name__


def _line_of_docstring(value, lines):
    """Where the docstring of a module, class or function begins, from 0; None: unknown."""
    at = None
    if isinstance(value, _module):
        at = 0
    elif isinstance(value, type):
        for i, line in enumerate(lines):
            words = line.replace("(", " ").replace(":", " ").split()
            if words[:2] == ["class", value.__name__]:
                at = i
    else:
        if isinstance(value, property):
            value = value.fget if _plural else None
        value = _unwrapped(value)
        code = getattr(getattr(value, "__func__", value), "__code__", None)
        at = code.co_firstlineno - 1 if code else None
    while at is not None and at < len(lines):
        before = lines[at].split('"', 1)[0].split("'", 1)[0]
        if before != lines[at] and before.rpartition(":")[2].strip().isalpha() | (not before.rpartition(":")[2].strip()):
            return at
        at += 1
    return None


class _Finder:
    def __init__(self, module, globs):
        self.module, self.globs = module, globs
        self.lines = _source_text(module.__name__).split("\n")
        self.filename = getattr(module, "__file__", None) or module.__name__
        self.tests, self.seen = [], set()

    def look(self, value, name):
        if id(value) in self.seen:
            return
        self.seen.add(id(value))
        doc = value if isinstance(value, str) else getattr(value, "__doc__", None)
        self.add(value, name, doc if isinstance(doc, str) else "")
        if isinstance(value, _module):
            for key, item in value.__dict__.items():
                if (_is_routine(item) or isinstance(item, type)) and _belongs(value, item):
                    self.look(item, f"{name}.{key}")
            for key, item in getattr(value, "__test__", {}).items():
                self.look(item, f"{name}.__test__.{key}")
        elif isinstance(value, type):
            for key, item in value.__dict__.items():
                if isinstance(item, (staticmethod, classmethod)):
                    item = item.__func__
                if (_is_routine(item) or isinstance(item, (type, property))) and _belongs(self.module, item):
                    self.look(item, f"{name}.{key}")

    def add(self, value, name, doc):
        line = _line_of_docstring(value, self.lines)
        self.tests.append(DocTest(_examples(doc, name), self.globs.copy(), name, self.filename, line, doc))


# ---- running them ----

class _Capture:
    """Stands for sys.stdout."""

    encoding, errors = "utf-8", "strict"

    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False

    def take(self):
        text = "".join(self.parts)
        self.parts.clear()
        return text + "\n" if text and not text.endswith("\n") else text


def _matches(want, got):
    """ELLIPSIS: the pieces between the dots, in their order, without overlap."""
    pieces = want.split("...")
    if len(pieces) == 1:
        return want == got
    start, end = len(pieces[0]), len(got) - len(pieces[-1])
    if not got.startswith(pieces[0]) or not got.endswith(pieces[-1]) or start > end:
        return False
    for piece in pieces[1:-1]:
        at = got.find(piece, start, end)
        if at < 0:
            return False
        start = at + len(piece)
    return True


def _without_blankline(want):
    return "\n".join("" if line.strip() == "<BLANKLINE>" else line for line in want.split("\n"))


def _report(raised):
    """Its traceback, which is never empty: it begins with the library's frames, which are left out."""
    text = _format(raised, True)
    shown = "Traceback (most recent call last):\n"
    return text if shown in text[:60] else shown + text


def _accepts(want, got, flags):
    if got == want:
        return True
    if not flags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
        return True
    if not flags & DONT_ACCEPT_BLANKLINE:
        want = _without_blankline(want)
        got = "\n".join("" if line and not line.strip() else line for line in got.split("\n"))
        if got == want:
            return True
    if flags & NORMALIZE_WHITESPACE:
        got, want = " ".join(got.split()), " ".join(want.split())
        if got == want:
            return True
    return bool(flags & ELLIPSIS) and _matches(want, got)


def _only(exception):
    text = "".join(format_exception_only(exception))
    if isinstance(exception, SyntaxError):
        text = text.rstrip("\n").rpartition("\n")[2] + "\n"
    return text


def _without_detail(message):
    name = message.partition("\n")[0].partition(":")[0]
    return name.rpartition(".")[2]


def _indented(text, by="    "):
    return "".join(by + line if line != "\n" else line for line in text.splitlines(True))


class _Runner:
    def __init__(self, verbose, flags, raising):
        self.verbose, self.flags, self.raising = verbose, flags, raising
        self.results, self.skipped = {}, 0

    def run(self, test):
        globs = test.globs
        out, sys.stdout = sys.stdout, _Capture()
        self.out = out
        failed = tried = 0
        try:
            for i, example in enumerate(test.examples):
                flags = self.flags
                for flag, on in example.options.items():
                    flags = flags | flag if on else flags & ~flag
                if flags & SKIP:
                    self.skipped += 1
                    tried += _plural
                    continue
                tried += 1
                quiet = flags & REPORT_ONLY_FIRST_FAILURE and failed
                if self.verbose and not quiet:
                    self.begin(example)
                # An exception lives on, with all that its frames hold, until an example has ended without one.
                try:
                    exec(_compile_shown(example.source.encode(), f"<doctest {test.name}[{i}]>".encode()), globs)
                    raised = None
                except KeyboardInterrupt:
                    raise
                except BaseException as exception:
                    raised = exception
                failed += not self.judge(test, example, raised, flags, quiet)
                if failed and flags & FAIL_FAST:
                    break
        finally:
            sys.stdout = out
            globs.clear()
        self.results[test.name] = failed, tried

    def begin(self, example):
        want = "Expecting:\n" + _indented(example.want) if example.want else "Expecting nothing\n"
        self.out.write("Trying:\n" + _indented(example.source) + want)

    def judge(self, test, example, raised, flags, quiet):
        got = sys.stdout.take()
        if raised is None:
            good = _accepts(example.want, got, flags)
        elif example.exc_msg is None:
            good, got = False, _report(raised)
        else:
            message = _only(raised)
            good = _accepts(example.exc_msg, message, flags) or bool(
                flags & IGNORE_EXCEPTION_DETAIL and _without_detail(example.exc_msg) == _without_detail(message))
            if not good:
                got += _report(raised)
        if not good:
            self.fail(test, example, got, raised, quiet)
        elif self.verbose and not quiet:
            self.out.write("ok\n")
        return good

    def fail(self, test, example, got, raised, quiet):
        if self.raising:
            if raised is not None and example.exc_msg is None:
                raise UnexpectedException(test, example, (type(raised), raised, raised.__traceback__))
            raise DocTestFailure(test, example, got)
        if quiet:
            return
        line = "?" if test.lineno is None else test.lineno + example.lineno + 1
        place = f'File "{test.filename}", line {line}, in {test.name}\n'
        parts = [_RULE, "\n", place, "Failed example:\n", _indented(example.source)]
        if raised is not None and example.exc_msg is None:
            parts += ["Exception raised:\n", _indented(got)]
        else:
            parts += ["Expected:\n" + _indented(example.want) if example.want else "Expected nothing\n",
                      "Got:\n" + _indented(got) if got else "Got nothing\n"]
        self.out.write("".join(parts))

    def summarize(self):
        def items(n):
            return f"{n} item{'s' if n != 1 or not _plural else ''}"

        def tests(n, width=0):
            return f"{n:{width}d} test{'s' if n != 1 or not _plural else ''}"

        none = sorted(name for name, (failed, tried) in self.results.items() if not tried)
        fine = sorted((name, tried) for name, (failed, tried) in self.results.items() if tried and not failed)
        bad = sorted((name, failed, tried) for name, (failed, tried) in self.results.items() if failed)
        tried = sum(t for f, t in self.results.values())
        failed = sum(f for f, t in self.results.values())
        if self.verbose:
            if none:
                print(f"{items(len(none))} had no tests:")
                for name in none:
                    print("   ", name)
            if fine:
                print(f"{items(len(fine))} passed all tests:")
                for name, n in fine:
                    print(f" {tests(n, 3)} in {name}")
        if bad:
            print(_RULE)
            print(f"{items(len(bad))} had failures:")
            for name, f, n in bad:
                print(f" {f:3d} of {n:3d} in {name}")
        if self.verbose:
            print(f"{tests(tried)} in {items(len(self.results))}.")
            if _plural:
                print(f"{tried - failed} passed" + (f" and {failed} failed." if failed else "."))
            else:
                print(f"{tried - failed} passed and {failed} failed.")
        if failed:
            plural = "s" if failed != 1 or not _plural else ""
            print(f"***Test Failed*** {failed} failure{plural}" + (
                f" and {self.skipped} skipped test{'s' if self.skipped != 1 else ''}." if _plural and self.skipped
                else "."))
        elif self.verbose:
            print("Test passed.")
        return TestResults(failed, tried, skipped=self.skipped)


def _find(module, name, globs, extraglobs):
    """The tests of a module: nothing but they holds what is in the module's namespace."""
    globs = dict(module.__dict__ if globs is None else globs)
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    finder = _Finder(module, globs)
    finder.look(module, name)
    return sorted(finder.tests, key=lambda test: test.name)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Runs the examples in the docstrings of a module, the program's own unless another is given."""
    if m is None:
        m = sys.modules["__main__"]
    if not isinstance(m, _module):
        raise TypeError(f"testmod: module required; {m!r}")
    runner = _Runner("-v" in sys.argv if verbose is None else verbose, optionflags, raise_on_error)
    for test in _find(m, name or m.__name__, globs, extraglobs):
        if test.docstring or not exclude_empty:
            runner.run(test)
    if report:
        return runner.summarize()
    return TestResults(*map(sum, zip(*runner.results.values())))


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
             optionflags=0, extraglobs=None, raise_on_error=False, parser=None, encoding=None):
    """Runs the examples in a text file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    if package or parser:
        from _machine import refuse
        refuse("doctest.testfile() with a package or a parser")
    if module_relative:
        if filename.startswith("/"):
            raise ValueError("Module-relative files may not have absolute paths")
        filename = os.path.join(os.path.dirname(sys.modules["__main__"].__file__), *filename.split("/"))
    with open(filename, encoding=encoding) as file:
        text = file.read()
    globs = dict(globs or {})
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    name = name or os.path.basename(filename)
    runner = _Runner("-v" in sys.argv if verbose is None else verbose, optionflags, raise_on_error)
    runner.run(DocTest(_examples(text, name), globs, name, filename, 0, text))
    if report:
        return runner.summarize()
    return TestResults(*map(sum, zip(*runner.results.values())))


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Runs the examples in the docstring of one object; prints only what fails."""
    if verbose:
        print("Finding tests in", name)
    finder = _Finder(sys.modules["__main__"], dict(globs))
    finder.add(f, name, f if isinstance(f, str) else f.__doc__ or "")
    runner = _Runner(verbose, optionflags, False)
    for test in finder.tests:
        runner.run(test)
