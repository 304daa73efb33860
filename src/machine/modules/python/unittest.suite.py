# Several tests, in order, with what is set up for a class or a module of them.

import sys as _sys
from unittest import case as _case
from unittest.util import strclass as _strclass


class _ErrorHolder:
    """Stands for a test where a set-up has failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    id = __str__

    def countTestCases(self):
        return 0

    def shortDescription(self):
        """It has no docstring."""


class BaseTestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests, self._removed_tests = [], 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (_strclass(self.__class__), list(self))

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = object.__hash__

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        a_class = callable(test) and isinstance(test, type)
        if a_class and issubclass(test, (TestSuite, _case.TestCase)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        self._tests.append(test)

    def addTests(self, tests):
        if not isinstance(tests, str):
            for test in tests:
                self.addTest(test)
            return
        raise TypeError("tests must be an iterable of tests, not a string")

    def run(self, result):
        for at, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._forget(at)
        return result

    def _forget(self, at):
        """A test that has run is dropped, with what it holds."""
        test = self._tests[at]
        if self._cleanup and hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
            self._tests[at] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = not getattr(result, "_testRunEntered", False)
        result._testRunEntered = True
        for at, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or result._moduleSetUpFailed:
                    continue
            test.debug() if debug else test(result)
            self._forget(at)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    # ---- classes ---------------------------------------------------------------------------------

    def _enter_class(self, test, result):
        cls = test.__class__
        if cls is result._previousTestClass or result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
            return
        try:
            cls._classSetupFailed = False
        except TypeError:
            return
        if not self._try(getattr(cls, "setUpClass", None), result, "setUpClass", _strclass(cls)):
            cls._classSetupFailed = True
            self._clean_class(cls, result, "setUpClass")

    def _leave_class(self, test, result):
        cls = result._previousTestClass
        if cls is None or test is not None and test.__class__ is cls or getattr(cls, "_classSetupFailed", False) or \
                result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
            return
        self._try(getattr(cls, "tearDownClass", None), result, "tearDownClass", _strclass(cls))
        self._clean_class(cls, result, "tearDownClass")

    def _clean_class(self, cls, result, method):
        if hasattr(cls, "doClassCleanups"):
            cls.doClassCleanups()
            for info in cls.tearDown_exceptions:
                self._add_error(result, info, method, _strclass(cls))

    # ---- modules ---------------------------------------------------------------------------------

    def _enter_module(self, test, result):
        name = test.__class__.__module__
        previous = result._previousTestClass
        if previous is not None and previous.__module__ == name:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(_sys.modules.get(name), "setUpModule", None)
        if not self._try(set_up, result, "setUpModule", name):
            result._moduleSetUpFailed = True
            self._try(_case.doModuleCleanups, result, "setUpModule", name)

    def _leave_module(self, result):
        previous = result._previousTestClass
        if previous is None or result._moduleSetUpFailed:
            return
        name = previous.__module__
        self._try(getattr(_sys.modules.get(name), "tearDownModule", None), result, "tearDownModule", name)
        self._try(_case.doModuleCleanups, result, "tearDownModule", name)

    # ---- failing there ---------------------------------------------------------------------------

    def _try(self, function, result, method, parent):
        """Whether it went well."""
        if function is None:
            return True
        getattr(result, "_setupStdout", lambda: None)()
        try:
            function()
            return True
        except Exception as e:
            self._add_error(result, (type(e), e, e.__traceback__), method, parent)
            return False
        finally:
            getattr(result, "_restoreStdout", lambda: None)()

    def _add_error(self, result, info, method, parent):
        holder = _ErrorHolder(f"{method} ({parent})")
        if isinstance(info[1], _case.SkipTest):
            result.addSkip(holder, str(info[1]))
        else:
            result.addError(holder, info)

    def debug(self):
        from unittest.result import TestResult
        self.run(TestResult(), True)
