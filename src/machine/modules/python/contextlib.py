# contextlib: context managers, made of generators (contextmanager), of objects with close(), and
# many in one (ExitStack).
#
# The generator of a contextmanager is driven one step in and one step out; what __exit__ answers
# follows from how it ends: it stops (the exception is dealt with), raises the same exception (it is
# not), or another one. An ExitStack calls its exits from the last to the first, and each exception
# on the way gets the one before it as its context, as nested with statements would.

import abc
import sys
from _machine import counted
from collections import deque
from functools import wraps
from types import GenericAlias as _GenericAlias, MethodType as _MethodType

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext",
           "AbstractContextManager", "AbstractAsyncContextManager", "AsyncExitStack",
           "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress",
           "aclosing", "chdir"]


# ---- what managers are --------------------------------------------------------------------------


class AbstractContextManager(abc.ABC):
    __class_getitem__ = classmethod(_GenericAlias)
    __slots__ = ()

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return abc._check_methods(C, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    __class_getitem__ = classmethod(_GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return abc._check_methods(C, "__aenter__", "__aexit__")
        return NotImplemented


# ---- managers as decorators ---------------------------------------------------------------------


class ContextDecorator:
    """Makes a context manager a decorator too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    """Makes an asynchronous context manager a decorator too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# ---- managers made of generators ----------------------------------------------------------------


class _GeneratorContextManagerBase:
    """What the managers have in common whose body is a generator, plain or asynchronous."""

    _ends = None  # what ends the generator; of what it makes a RuntimeError when the body raises it

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _started(self):
        """The arguments are not kept alive while the block runs."""
        del self.args, self.kwds, self.func

    def _answer(self, thrown, error, traceback):
        """What to return from the exit when the generator answers one exception with another; None:
        the other is news, and goes on."""
        if isinstance(error, self._ends[0]):
            return error is not thrown  # the block's own, passed on, is not swallowed
        if error is not thrown:
            wrapped = isinstance(error, RuntimeError) and error.__cause__ is thrown
            if not (wrapped and isinstance(thrown, self._ends)):
                return None
        thrown.__traceback__ = traceback
        return False


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager,
                               ContextDecorator):
    _ends = (StopIteration,)

    def __enter__(self):
        del self.args, self.kwds, self.func  # not kept alive while the block runs
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            return self._not_stopped("generator didn't stop")
        if value is None:
            value = kind()
        try:
            if sys.version_info >= (3, 12):
                self.gen.throw(value)
            else:
                self.gen.throw(kind, value, traceback)
        except StopIteration as error:
            return error is not value  # the block's own, passed on, is not swallowed
        except RuntimeError as error:
            wrapped = isinstance(value, StopIteration) and error.__cause__ is value
            if error is not value and not wrapped:
                raise
            value.__traceback__ = traceback
            return False
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        return self._not_stopped("generator didn't stop after throw()")

    def _not_stopped(self, message):
        try:
            raise RuntimeError(message)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    _ends = (StopAsyncIteration, StopIteration)

    async def __aenter__(self):
        self._started()
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            return await self._not_stopped("generator didn't stop")
        if value is None:
            value = kind()
        try:
            await self.gen.athrow(value)
        except BaseException as error:
            answer = self._answer(value, error, traceback)
            if answer is None:
                raise
            return answer
        return await self._not_stopped("generator didn't stop after athrow()")

    async def _not_stopped(self, message):
        try:
            raise RuntimeError(message)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Makes a context manager of a generator function that yields once."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Makes an asynchronous context manager of an asynchronous generator function."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# ---- small managers -----------------------------------------------------------------------------


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _Redirection(AbstractContextManager):
    """Another target for a stream of sys; one may be entered again while it is in force."""

    def __init__(self, new_target):
        self._target = new_target
        self._replaced = []  # what the stream was at each entering, the last one last

    def __enter__(self):
        target = self._target
        self._replaced.append(getattr(sys, self._name))
        setattr(sys, self._name, target)
        return target

    def __exit__(self, exctype, excinst, exctb):
        before = self._replaced.pop()
        setattr(sys, self._name, before)


class redirect_stdout(_Redirection):
    _name = "stdout"


class redirect_stderr(_Redirection):
    _name = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._unwanted = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        splits = sys.version_info >= (3, 12)
        if exctype is None:
            return None if splits else False
        swallowed = issubclass(exctype, self._unwanted)
        if swallowed or not splits or not issubclass(exctype, BaseExceptionGroup):
            return swallowed
        _, others = excinst.split(self._unwanted)
        if others is not None:
            raise others
        return True


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """In another folder meanwhile."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        from os import chdir, getcwd
        self._old_cwd.append(getcwd())
        chdir(self.path)

    def __exit__(self, *excinfo):
        from os import chdir
        chdir(self._old_cwd.pop())


# ---- stacks of things to be done ----------------------------------------------------------------


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = deque()  # (is it a plain function, the function)

    def _later(self, leave, is_sync=True):
        self._exit_callbacks.append((is_sync, leave))

    def _push(self, exit, name, is_sync):
        method = getattr(type(exit), name, None)
        self._later(exit if method is None else _MethodType(method, exit), is_sync)
        return exit

    def pop_all(self):
        """Moves what is to be done to a stack of its own."""
        stack = type(self)()
        stack._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return stack

    def push(self, exit):
        return self._push(exit, "__exit__", True)

    @staticmethod
    def _of_callback(callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        return leave

    def enter_context(self, cm):
        kind = type(cm)     # which is held while __enter__ runs
        try:
            enter = kind.__enter__
            leave = kind.__exit__
        except AttributeError:
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the "
                            "context manager protocol") from None
        result = enter(cm)
        self._later(_MethodType(leave, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        leave = self._of_callback(callback, *args, **kwds)
        leave.__wrapped__ = callback
        self._later(leave)
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A stack of things to be done when it is left, the last first."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        recent = sys.version_info >= (3, 13)
        error = exc_details[1]
        began_with_error = error is not None
        outer = sys.exception() if recent else sys.exc_info()[1]

        def link(new, old):
            """An exit has raised; that is a consequence of what was on its way before."""
            while (context := new.__context__) is not None and context is not old:
                if context is outer:
                    new.__context__ = old
                    break
                new = context

        suppressed = replaced = False
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                if recent:
                    if error is None:
                        exc_details = None, None, None
                    else:
                        exc_details = type(error), error, error.__traceback__
                if leave(*exc_details):
                    suppressed, replaced, error = True, False, None
                    exc_details = None, None, None
            except BaseException as new:
                new_details = None if recent else sys.exc_info()
                link(new, error)
                replaced, error = True, new
                if not recent:
                    exc_details = new_details
        if replaced:
            context = error.__context__
            try:
                raise error
            except BaseException:
                error.__context__ = context
                raise
        return began_with_error and suppressed

    def close(self):
        """Does at once what is to be done."""
        self.__exit__(None, None, None)


class _Unwinding:
    """A stack being left: which exception is on its way, and whether it is still the first one."""

    def __init__(self, error):
        self.error = error
        self.began_with_error = error is not None
        self.suppressed = self.replaced = False
        self.outer = sys.exception()

    def details(self):
        """What the next exit is told."""
        if self.error is None:
            return None, None, None
        return type(self.error), self.error, self.error.__traceback__

    def suppress(self):
        self.suppressed, self.replaced, self.error = True, False, None

    def replace(self, new):
        """An exit has raised; that is a consequence of what was on its way before."""
        last = new
        while (context := last.__context__) is not None and context is not self.error:
            if context is self.outer:
                last.__context__ = self.error
                break
            last = context
        self.replaced, self.error = True, new

    def end(self):
        """Raises what an exit has raised; else tells whether the first exception is swallowed."""
        if self.replaced:
            context = self.error.__context__
            try:
                raise self.error
            except BaseException:
                self.error.__context__ = context
                raise
        return self.began_with_error and self.suppressed


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """A stack of things to be done, some of them awaited, when it is left."""

    async def __aenter__(self):
        return self

    def push_async_exit(self, exit):
        return self._push(exit, "__aexit__", False)

    async def enter_async_context(self, cm):
        kind = type(cm)
        try:
            enter, leave = kind.__aenter__, kind.__aexit__
        except AttributeError:
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the "
                            "asynchronous context manager protocol") from None
        result = await enter(cm)
        self._later(_MethodType(leave, cm), is_sync=False)
        return result

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(exc_type, exc, tb):
            await callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._later(leave, is_sync=False)
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                answer = leave(*unwinding.details())
                if answer if is_sync else await answer:
                    unwinding.suppress()
            except BaseException as new:
                unwinding.replace(new)
        return unwinding.end()


for _each in (AbstractContextManager, ContextDecorator, _GeneratorContextManagerBase, _GeneratorContextManager,
              contextmanager, closing, _Redirection, suppress, nullcontext, _BaseExitStack, ExitStack):
    counted(_each)
del _each, counted
