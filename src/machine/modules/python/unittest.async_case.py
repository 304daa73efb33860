# Tests that are coroutines: each runs in an event loop of its own.

import asyncio as _asyncio
from unittest.case import TestCase as _TestCase
from warnings import warn as _warn


class IsolatedAsyncioTestCase(_TestCase):
    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._runner = None

    async def asyncSetUp(self):
        """Before each test, behind setUp()."""

    async def asyncTearDown(self):
        """After each test, before tearDown()."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        result = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return result

    def _callSetUp(self):
        self._runner.get_loop()
        self.setUp()
        self._call(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._call(method) is not None:
            _warn("It is deprecated to return a value that is not None from a test case "
                  f"({method})", DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._call(self.asyncTearDown)
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        self._call(function, *args, **kwargs)

    def _call(self, function, /, *args, **kwargs):
        result = function(*args, **kwargs)
        if _asyncio.iscoroutine(result):
            return self._runner.run(result)
        return result

    def run(self, result=None):
        self._runner = _asyncio.Runner()
        try:
            return super().run(result)
        finally:
            self._runner.close()
            self._runner = None
