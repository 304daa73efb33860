# Finding tests: in classes, in modules, by name.

import functools as _functools
import sys as _sys
from fnmatch import fnmatchcase as _fnmatchcase
from unittest import case as _case, suite as _suite
from _machine import refuse as _refuse


class TestLoader:
    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(lambda x, y: (x > y) - (x < y))
    testNamePatterns = None
    suiteClass = _suite.TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass) if self._is_test(testCaseClass, name)]
        if self.sortTestMethodsUsing:
            names.sort(key=_functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def _is_test(self, cls, name):
        if not name.startswith(self.testMethodPrefix) or not callable(getattr(cls, name)):
            return False
        whole = f"{cls.__module__}.{cls.__qualname__}.{name}"
        return self.testNamePatterns is None or any(_fnmatchcase(whole, p) for p in self.testNamePatterns)

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, _suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from "
                            "TestCase?")
        if testCaseClass in (_case.TestCase, _case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *args, pattern=None):
        tests = []
        for name in dir(module):
            found = getattr(module, name)
            if isinstance(found, type) and issubclass(found, _case.TestCase) and \
                    found not in (_case.TestCase, _case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(found))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        return tests if load_tests is None else load_tests(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        """A dotted name: a class, a method of one, a function that gives tests, or a module."""
        parts = name.split(".")
        found = module
        if found is None:
            for end in range(len(parts), 0, -1):
                try:
                    __import__(".".join(parts[:end]))
                except ImportError:
                    continue
                found, parts = _sys.modules[".".join(parts[:end])], parts[end:]
                break
            else:
                raise ModuleNotFoundError(f"No module named {parts[0]!r}")
        parent = None
        for part in parts:
            parent, found = found, getattr(found, part)
        return self._tests_of(found, parent, name)

    def _tests_of(self, found, parent, name):
        if isinstance(found, type(_sys)):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, _case.TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(parent, type) and issubclass(parent, _case.TestCase):
            return self.suiteClass([parent(name.rpartition(".")[2])])
        if isinstance(found, _suite.TestSuite):
            return found
        if callable(found):
            test = found()
            if isinstance(test, _suite.TestSuite):
                return test
            if isinstance(test, _case.TestCase):
                return self.suiteClass([test])
            raise TypeError("calling %s returned %s, not a test" % (found, test))
        raise TypeError("don't know how to make test from: %s" % found)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        _refuse("unittest.TestLoader.discover")


defaultTestLoader = TestLoader()
