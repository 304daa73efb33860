# What asyncio raises.

__all__ = ("BrokenBarrierError", "InvalidStateError", "CancelledError", "TimeoutError")

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """The task or future was cancelled."""


class InvalidStateError(Exception):
    """The future is not in a state for that."""


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted."""
