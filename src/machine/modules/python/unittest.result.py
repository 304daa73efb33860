# What has come of the tests so far.

import io as _io
import sys as _sys
from _machine import format_exception as _format_exception


class TestResult:
    _previousTestClass = None
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast, self.buffer, self.tb_locals = False, False, False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses, self.collectedDurations = [], [], []
        self.testsRun, self.shouldStop = 0, False
        self._kept, self._mirror = None, False

    def printErrors(self):
        """Tells of what went wrong."""

    def startTestRun(self):
        """Before all tests."""

    def stopTestRun(self):
        """After all tests."""

    def startTest(self, test):
        self.testsRun += 1
        self._mirror = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()
        self._mirror = False

    # ---- what tests print, kept back ---------------------------------------------------------------

    def _setupStdout(self):
        if self.buffer and self._kept is None:
            self._kept = _sys.stdout, _sys.stderr
            _sys.stdout, _sys.stderr = _io.StringIO(), _io.StringIO()

    def _restoreStdout(self):
        if self._kept is None:
            return
        texts = _sys.stdout.getvalue(), _sys.stderr.getvalue()
        (_sys.stdout, _sys.stderr), self._kept = self._kept, None
        if self._mirror:
            for name, text, stream in zip(("Stdout", "Stderr"), texts, (_sys.stdout, _sys.stderr)):
                if text:
                    stream.write(f"\n{name}:\n{text}{'' if text.endswith(chr(10)) else chr(10)}")

    # ---- outcomes --------------------------------------------------------------------------------

    def _stop_early(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirror = True
        self._stop_early()

    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirror = True
        self._stop_early()

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        where = self.failures if issubclass(err[0], test.failureException) else self.errors
        where.append((subtest, self._exc_info_to_string(err, test)))
        self._mirror = True
        self._stop_early()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._stop_early()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        text = _format_exception(err[1], True)
        if self._kept is not None:
            for name, stream in (("Stdout", _sys.stdout), ("Stderr", _sys.stderr)):
                kept = stream.getvalue()
                if kept:
                    text += f"\n{name}:\n{kept}{'' if kept.endswith(chr(10)) else chr(10)}"
        return text

    def __repr__(self):
        cls = type(self)
        return "<%s.%s run=%i errors=%i failures=%i>" % (cls.__module__, cls.__qualname__, self.testsRun,
                                                          len(self.errors), len(self.failures))
