# One test: what it asserts (unittest._assert), and how it is run.

import contextlib
from _wrapping import update_wrapper as _update_wrapper
from sys import exc_info as _exc_info, version_info as _version
from time import perf_counter as _perf_counter
from types import FunctionType as _FunctionType
from unittest._assert import Assertions, BY_TYPE
from unittest.util import strclass
from warnings import warn as _warn


# 3.12.1 alone does not count what a decorator skips.
_COUNTS_SKIPPED = _version[:2] != (3, 12)
_MEASURES = _version >= (3, 12)


class SkipTest(Exception):
    """Raised in a test that is not to count."""


class _ShouldStop(Exception):
    """Ends a test whose part has failed."""


# ---- marks ---------------------------------------------------------------------------------------

def _skipped(test_item, reason):
    """The class, marked; or what stands for the function, and says only that it is skipped."""
    marked = test_item
    if not isinstance(test_item, type):
        def marked(*args, **kwargs):
            raise SkipTest(reason)
        _update_wrapper(marked, test_item)
    marked.__unittest_skip__, marked.__unittest_skip_why__ = True, reason
    return marked


def skip(reason):
    """A decorator of tests and of classes of them."""
    if isinstance(reason, _FunctionType):  # @skip, without a reason
        return _skipped(reason, "")

    def decorator(test_item):
        return _skipped(test_item, reason)
    return decorator


def _id(obj):
    return obj


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


# ---- what comes of the parts of a test -----------------------------------------------------------

class _Outcome:
    """Whether everything has gone well so far; what has not is told to the result at once."""

    def __init__(self, result):
        self.result, self.expecting_failure = result, False
        self.success, self.expectedFailure = True, None

    @contextlib.contextmanager
    def part(self, test, sub=False):
        before, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            self.result.addSkip(test, str(e))
        except _ShouldStop:
            pass
        except BaseException as e:
            info = type(e), e, e.__traceback__
            if self.expecting_failure:
                self.expectedFailure = info
            else:
                self.success = False
                self._tell(test, info, sub)
        else:
            if sub and self.success:
                self.result.addSubTest(test.test_case, test, None)
        self.success = self.success and before

    def stops(self):
        """After a part of a test that was to go on: is there nothing more to learn from the rest?"""
        if self.success:
            return self.expectedFailure is not None
        return self.result is not None and self.result.failfast

    def _tell(self, test, info, sub):
        if sub:
            self.result.addSubTest(test.test_case, test, info)
        elif issubclass(info[0], test.failureException):
            self.result.addFailure(test, info)
        else:
            self.result.addError(test, info)


def _can_assert(cls):
    """A decorator: the class has all that can be asserted, as its own."""
    for name, value in Assertions.__dict__.items():
        if isinstance(value, _FunctionType):
            value.__qualname__ = f"{cls.__qualname__}.{name}"
        if name not in cls.__dict__:
            setattr(cls, name, value)
    return cls


@_can_assert
class TestCase:
    """A class of tests: every method whose name begins with test is one, and has an instance of its own."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed, cls._class_cleanups = False, []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName, self._outcome, self._testMethodDoc = methodName, None, "No test"
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != "runTest":
            raise ValueError("no such test method in %s: %s" % (self.__class__, methodName))
        self._cleanups, self._subtest, self._type_equality_funcs = [], None, {}
        for kind, function in BY_TYPE:
            self.addTypeEqualityFunc(kind, function)

    # ---- what tests may define -------------------------------------------------------------------

    def setUp(self):
        """Before each test."""

    def tearDown(self):
        """After each test."""

    @classmethod
    def setUpClass(cls):
        """Before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """After the tests of the class."""

    # ---- cleaning up -----------------------------------------------------------------------------

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    def doCleanups(self):
        outcome = self._outcome or _Outcome(None)
        for what, args, kwargs in _last_first(self._cleanups):
            with outcome.part(self):
                self._callCleanup(what, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = _clean(cls._class_cleanups)

    # ---- telling ---------------------------------------------------------------------------------

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.result import TestResult
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return "%s.%s" % (strclass(self.__class__), self._testMethodName)

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, strclass(self.__class__), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (strclass(self.__class__), self._testMethodName)

    # ---- running ---------------------------------------------------------------------------------

    @contextlib.contextmanager
    def subTest(self, msg=Assertions._no_message, **params):
        """A part that may fail while the others go on."""
        if self._outcome is None:
            yield
            return
        outer, outcome = self._subtest, self._outcome
        if outer is not None:  # those of the parts around it come after its own
            params.update((name, outer.params[name]) for name in outer.params if name not in params)
        self._subtest = part = _SubTest(self, msg, params)
        try:
            with outcome.part(part, sub=True):
                yield
            if outcome.stops():
                raise _ShouldStop
        finally:
            self._subtest = outer

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            _warn("It is deprecated to return a value that is not None from a test case "
                  f"({method})", DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        alone = result is None
        if alone:
            result = self.defaultTestResult()
            getattr(result, "startTestRun", lambda: None)()
        method = getattr(self, self._testMethodName)
        skipped = getattr(type(self), "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False)
        if not skipped or _COUNTS_SKIPPED:
            result.startTest(self)
        try:
            if skipped:
                why = getattr(type(self), "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")
                result.addSkip(self, why)
                return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or \
                getattr(method, "__unittest_expecting_failure__", False)
            self._run_parts(method, result, expecting)
        finally:
            result.stopTest(self)
            if alone:
                getattr(result, "stopTestRun", lambda: None)()
        return result

    def _run_parts(self, method, result, expecting):
        outcome = _Outcome(result)
        start = _perf_counter() if _MEASURES else None
        try:
            self._outcome = outcome
            with outcome.part(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expecting
                with outcome.part(self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with outcome.part(self):
                    self._callTearDown()
            self.doCleanups()
            if _MEASURES:
                self._tell_duration(result, _perf_counter() - start)
            if not outcome.success:
                return
            if not expecting:
                result.addSuccess(self)
            elif outcome.expectedFailure:
                result.addExpectedFailure(self, outcome.expectedFailure)
            else:
                result.addUnexpectedSuccess(self)
        finally:
            outcome.expectedFailure = self._outcome = None

    def _tell_duration(self, result, elapsed):
        tell = getattr(result, "addDuration", None)
        if tell is None:
            _warn("TestResult has no addDuration method", RuntimeWarning, stacklevel=2)
        else:
            tell(self, elapsed)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test, with its exceptions."""
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()
        for what, args, kwargs in _last_first(self._cleanups):
            self._callCleanup(what, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)


def _enter(cm, add_cleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager "
                        "protocol") from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


def _last_first(cleanups):
    """Takes them away; one may add another."""
    while cleanups:
        yield cleanups.pop()


def _clean(cleanups):
    """Does all of them, and tells which exceptions there were."""
    failures = []
    for what, args, kwargs in _last_first(cleanups):
        try:
            what(*args, **kwargs)
        except Exception:
            failures.append(_exc_info())
    return failures


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    failures = _clean(_module_cleanups)
    if failures:
        raise failures[0][1]


_module_cleanups = []


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function, self._before, self._after, self._told = testFunc, setUp, tearDown, description

    def runTest(self):
        self._function()

    def setUp(self):
        if self._before is not None:
            self._before()

    def tearDown(self):
        if self._after is not None:
            self._after()

    def id(self):
        return self._function.__name__

    def __str__(self):
        return "%s (%s)" % (strclass(self.__class__), self._function.__name__)

    def __repr__(self):
        return "<%s tec=%s>" % (strclass(self.__class__), self._function)

    def shortDescription(self):
        if self._told is not None:
            return self._told
        doc = self._function.__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    """A part of a test, as results name it."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message, self.test_case, self.params = message, test_case, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        told = self._message is not Assertions._no_message
        message = f"[{self._message}]" if told else ""
        params = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        if params:
            params = f"({params})"
        return f"{message} {params}".strip() if message or params else "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._subDescription()}"

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"

    def shortDescription(self):
        return self.test_case.shortDescription()
