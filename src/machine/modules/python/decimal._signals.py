# The conditions that arise in decimal arithmetic: exceptions, bits, and views of a context's flags.
#
# A status is an int of condition bits; a context holds two, its flags and its traps.

from decimal._core import set_signals, signals


class DecimalException(ArithmeticError):
    """What all signals are."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """There is no such result."""


class ConversionSyntax(InvalidOperation):
    """A text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number that is not zero, divided by zero."""


class DivisionImpossible(InvalidOperation):
    """A quotient of too many digits."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero divided by zero."""


class InvalidContext(InvalidOperation):
    """A context that cannot be."""


class Rounded(DecimalException):
    """Digits were dropped, be they zeros."""


class Inexact(DecimalException):
    """Digits that are not zero were dropped."""


class Subnormal(DecimalException):
    """The exponent was below Emin before rounding."""


class Overflow(Inexact, Rounded):
    """The result is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """The result was rounded to a subnormal number or zero."""


class FloatOperation(DecimalException, TypeError):
    """A float was mixed with a Decimal."""


INVALID, SYNTAX, IMPOSSIBLE, UNDEFINED, BAD_CONTEXT = 1, 2, 4, 8, 16
FLOAT, ZERO, OVERFLOW, UNDERFLOW, SUBNORMAL, INEXACT, ROUNDED, CLAMPED = (
    32, 64, 128, 256, 512, 1024, 2048, 4096)
ANY_INVALID = INVALID | SYNTAX | IMPOSSIBLE | UNDEFINED | BAD_CONTEXT
_CONDITIONS = ((INVALID, InvalidOperation), (SYNTAX, ConversionSyntax),
               (IMPOSSIBLE, DivisionImpossible), (UNDEFINED, DivisionUndefined),
               (BAD_CONTEXT, InvalidContext))
_SIGNALS = ((ANY_INVALID, InvalidOperation), (FLOAT, FloatOperation), (ZERO, DivisionByZero),
            (OVERFLOW, Overflow), (UNDERFLOW, Underflow), (SUBNORMAL, Subnormal),
            (INEXACT, Inexact), (ROUNDED, Rounded), (CLAMPED, Clamped))
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
          Subnormal, Underflow)
_BIT = {signal: bit for bit, signal in _SIGNALS}

_BAD_SIGNAL = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
               "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")


class SignalDict:
    """Which signals are on: a view of a context's flags or traps."""

    __slots__ = "_context", "_traps", "__weakref__"

    def __init__(self, context, traps):
        self._context = context
        self._traps = traps

    def _bits(self):
        return signals(self._context, self._traps)

    def __getitem__(self, signal):
        if signal not in _BIT:
            raise KeyError(_BAD_SIGNAL)
        return bool(self._bits() & _BIT[signal])

    def __setitem__(self, signal, value):
        if signal not in _BIT:
            raise KeyError(_BAD_SIGNAL)
        bits = self._bits() & ~_BIT[signal]
        set_signals(self._context, self._traps, bits | _BIT[signal] if value else bits)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_BIT)

    def __len__(self):
        return len(_BIT)

    def __contains__(self, signal):
        return signal in _BIT

    def keys(self):
        return [signal for signal in _BIT]

    def values(self):
        return [self[signal] for signal in _BIT]

    def items(self):
        return [(signal, self[signal]) for signal in _BIT]

    def get(self, signal, default=None):
        return self[signal] if signal in _BIT else default

    def copy(self):
        return dict(self.items())

    def update(self, other):
        for signal in other:
            self[signal] = other[signal]

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return dict(self.items()) == dict(other.items())
        return dict(self.items()) == other if isinstance(other, dict) else NotImplemented

    def __repr__(self):
        return "{" + ", ".join(f"{signal}:{on}" for signal, on in self.items()) + "}"


def signal_bits(signals):
    bits = 0
    if isinstance(signals, (dict, SignalDict)):
        signals = [signal for signal in signals if signals[signal]]
    for signal in signals:
        if signal not in _BIT:
            raise KeyError(_BAD_SIGNAL)
        bits |= _BIT[signal]
    return bits


def signal_names(bits):
    """As a context's repr shows them."""
    return "[" + ", ".join(signal.__name__ for signal in _SHOWN if bits & _BIT[signal]) + "]"


def raise_trapped(trapped):
    """Raises the first of the conditions that are trapped; it lists all of them."""
    listed = [c for bit, c in _CONDITIONS if trapped & bit]
    listed += [signal for bit, signal in _SIGNALS[1:] if trapped & bit]
    for bit, signal in _SIGNALS:
        if trapped & bit:
            raise signal(listed)
