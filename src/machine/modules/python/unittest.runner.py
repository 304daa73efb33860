# Running tests in a terminal: a letter for each, and the failures at the end.

import sys as _sys
import warnings as _warnings
from time import perf_counter as _perf_counter
from sys import version_info as _version
from unittest.case import _SubTest
from unittest.result import TestResult as _TestResult


class _WritelnDecorator:
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name in ("stream", "__getstate__"):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write("\n")


class TextTestResult(_TestResult):
    separator1, separator2 = "=" * 70, "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._at_margin = True  # of a new line, when the tests are named

    def getDescription(self, test):
        doc = test.shortDescription()
        return "\n".join((str(test), doc)) if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._begin_line(test)
            self.stream.flush()
            self._at_margin = False

    def _begin_line(self, test, indent=""):
        for part in (indent, self.getDescription(test), " ... "):
            if part:
                self.stream.write(part)

    def _show(self, test, status, letter):
        """How it went: at the end of the test's line, which a part of a test does not have yet."""
        part = isinstance(test, _SubTest)
        if self.showAll and part:
            if not self._at_margin:
                self.stream.writeln()
            self._begin_line(test, "  ")
        elif self.showAll and self._at_margin:
            self._begin_line(test)
        self._tell(status, letter)
        self._at_margin = self._at_margin or self.showAll

    def _tell(self, status, letter):
        if self.showAll:
            self.stream.writeln(status)
        elif self.dots:
            self.stream.write(letter)
        else:
            return
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._show(subtest, "FAIL" if failed else "ERROR", "F" if failed else "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._show(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._show(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show(test, "skipped {0!r}".format(reason), "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell("unexpected success", "u")

    def _lines(self, *lines):
        for line in lines:
            self.stream.writeln(line)
        self.stream.flush()

    def printErrors(self):
        if self.dots or self.showAll:
            self._lines("")
        for flavour, found in ("ERROR", self.errors), ("FAIL", self.failures):
            self.printErrorList(flavour, found)
        surprises = self.unexpectedSuccesses
        if surprises:
            self._lines(self.separator1, *(f"UNEXPECTED SUCCESS: {self.getDescription(test)}" for test in surprises))

    def printErrorList(self, flavour, errors):
        for test, err in errors:
            title = f"{flavour}: {self.getDescription(test)}"
            self._lines(self.separator1, title, self.separator2, "%s" % err)


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(_sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity = descriptions, verbosity
        self.failfast, self.buffer, self.warnings, self.tb_locals = failfast, buffer, warnings, tb_locals
        if resultclass is not None:
            self.resultclass = resultclass
        if tb_locals or durations is not None:
            from _machine import refuse
            refuse("a TextTestRunner with tb_locals or durations")

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast, result.buffer = self.failfast, self.buffer
        with _warnings.catch_warnings():
            if self.warnings:
                _warnings.simplefilter(self.warnings)
            start = _perf_counter()
            getattr(result, "startTestRun", lambda: None)()
            try:
                test(result)
            finally:
                getattr(result, "stopTestRun", lambda: None)()
            elapsed = _perf_counter() - start
        result.printErrors()
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        count = result.testsRun
        self.stream.writeln("Ran %d test%s in %.3fs" % (count, "s" if count != 1 else "", elapsed))
        self.stream.writeln()
        self._sum_up(result)
        return result

    def _sum_up(self, result):
        infos = []
        if not result.wasSuccessful():
            self.stream.write("FAILED")
            for name, found in (("failures", result.failures), ("errors", result.errors)):
                if found:
                    infos.append("%s=%d" % (name, len(found)))
        elif result.testsRun == 0 and not result.skipped and _version >= (3, 12):
            self.stream.write("NO TESTS RAN")
        else:
            self.stream.write("OK")
        for name in ("skipped", "expectedFailures", "unexpectedSuccesses"):
            found = getattr(result, name, ())
            if found:
                infos.append("%s=%d" % ({"skipped": "skipped", "expectedFailures": "expected failures",
                                         "unexpectedSuccesses": "unexpected successes"}[name], len(found)))
        self.stream.writeln(" (%s)" % ", ".join(infos) if infos else None)
        self.stream.flush()
