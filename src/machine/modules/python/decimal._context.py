# Contexts: how to round, how large numbers may be, what to raise; and which of them is the current one.

from _library import named_with_module as _named
from decimal._arithmetic import (absolute, add, compare_decimal, compare_total, divide,
                                 divide_floor, divide_whole, extreme, logb, multiply, negated,
                                 next_number, next_toward, normalized, plus, quantize, remainder,
                                 remainder_near, scaleb, subtract, to_integral)
from decimal._number import (BAD_ROUNDING, MAX_EMAX, MAX_PREC, MIN_EMIN, QNAN, ROUNDINGS,
                             ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, argument,
                             count_digits, exactly, finish_decimal, invalid, make, of_number)
from decimal._powers import exp, ln, log10, power, power_modulo, sqrt
from decimal._signals import (ANY_INVALID, Clamped, DivisionByZero, InvalidOperation, OVERFLOW,
                              Overflow, SYNTAX, SignalDict, Underflow, ZERO, set_slot, signal_bits,
                              signal_names)
from decimal._text import number_text
from sys import version_info as _version


def _whole_number(value, low, high, message):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    if not low <= value <= high:
        raise ValueError(message)
    return int(value)


def _of_one(operation):
    """The operation as a method of contexts: its operand may be an int."""
    def method(self, a, /):
        return operation(argument(a), self)
    return method


def _of_two(operation):
    def method(self, a, b, /):
        return operation(argument(a), argument(b), self)
    return method


@_named
class Context:
    """How to round, how large numbers may be, and what to raise."""

    __slots__ = "prec", "rounding", "Emin", "Emax", "capitals", "clamp", "_flags", "_traps"

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        set_slot(self, "prec", 28)
        set_slot(self, "Emin", -999999)
        set_slot(self, "Emax", 999999)
        set_slot(self, "rounding", ROUND_HALF_EVEN)
        set_slot(self, "capitals", 1)
        set_slot(self, "clamp", 0)
        set_slot(self, "_flags", 0)
        set_slot(self, "_traps", ANY_INVALID | ZERO | OVERFLOW)
        for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin), ("Emax", Emax),
                            ("capitals", capitals), ("clamp", clamp)):
            if value is not None:
                setattr(self, name, value)
        if flags is not None:
            set_slot(self, "_flags", signal_bits(flags))
        if traps is not None:
            set_slot(self, "_traps", signal_bits(traps))

    def __setattr__(self, name, value):
        if name == "prec":
            value = _whole_number(value, 1, MAX_PREC, "valid range for prec is [1, MAX_PREC]")
        elif name == "Emin":
            value = _whole_number(value, MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]")
        elif name == "Emax":
            value = _whole_number(value, 0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]")
        elif name in ("capitals", "clamp"):
            value = _whole_number(value, 0, 1, f"valid values for {name} are 0 or 1")
        elif name == "rounding":
            if value not in ROUNDINGS:
                raise TypeError(BAD_ROUNDING)
        elif name in ("flags", "traps"):
            if not isinstance(value, (dict, SignalDict)):
                raise TypeError("argument must be a signal dict")
            name, value = "_" + name, signal_bits(value)
        elif name not in ("_flags", "_traps"):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        set_slot(self, name, value)

    flags = property(lambda self: SignalDict(self, "_flags"))
    traps = property(lambda self: SignalDict(self, "_traps"))

    def __repr__(self):
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags={signal_names(self._flags)}, "
                f"traps={signal_names(self._traps)})")

    def copy(self):
        """Another context like this."""
        other = object.__new__(Context)
        for name in Context.__slots__:
            set_slot(other, name, getattr(self, name))
        return other

    __copy__ = copy

    def clear_flags(self):
        """Nothing has been signalled."""
        set_slot(self, "_flags", 0)

    def clear_traps(self):
        """Nothing is raised."""
        set_slot(self, "_traps", 0)

    def Etiny(self):
        """The smallest exponent of a subnormal number."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The largest exponent of a number of full length."""
        return self.Emax - self.prec + 1

    def create_decimal(self, num="0", /):
        """The number, rounded into this context."""
        d = exactly(num, self)
        if d._kind >= QNAN and count_digits(d._coefficient) > self.prec - self.clamp and d._coefficient:
            return invalid(self, SYNTAX)
        return finish_decimal(d, self)

    def create_decimal_from_float(self, f, /):
        """The float, rounded into this context."""
        return finish_decimal(of_number(f), self)

    abs = _of_one(absolute)
    add = _of_two(add)
    compare = _of_two(compare_decimal)
    divide = _of_two(divide)
    divide_int = _of_two(divide_floor)
    divmod = _of_two(divide_whole)
    exp = _of_one(exp)
    ln = _of_one(ln)
    log10 = _of_one(log10)
    logb = _of_one(logb)
    max = _of_two(lambda a, b, context: extreme(a, b, context, 1))
    max_mag = _of_two(lambda a, b, context: extreme(a, b, context, 1, True))
    min = _of_two(lambda a, b, context: extreme(a, b, context, -1))
    min_mag = _of_two(lambda a, b, context: extreme(a, b, context, -1, True))
    minus = _of_one(negated)
    multiply = _of_two(multiply)
    next_minus = _of_one(lambda d, context: next_number(d, context, ROUND_FLOOR))
    next_plus = _of_one(lambda d, context: next_number(d, context, ROUND_CEILING))
    normalize = _of_one(normalized)
    plus = _of_one(plus)
    quantize = _of_two(quantize)
    remainder = _of_two(remainder)
    remainder_near = _of_two(remainder_near)
    scaleb = _of_two(scaleb)
    sqrt = _of_one(sqrt)
    subtract = _of_two(subtract)
    to_integral_exact = _of_one(lambda d, context: to_integral(d, context, None, True))
    to_integral_value = to_integral = _of_one(lambda d, context: to_integral(d, context, None, False))
    compare_signal = _of_two(lambda a, b, context: a.compare_signal(b, context))
    compare_total = _of_two(lambda a, b, context: compare_total(a, b))
    compare_total_mag = _of_two(lambda a, b, context: compare_total(a.copy_abs(), b.copy_abs()))
    next_toward = _of_two(next_toward)
    copy_abs = _of_one(lambda d, context: d.copy_abs())
    copy_negate = _of_one(lambda d, context: d.copy_negate())
    copy_sign = _of_two(lambda a, b, context: a.copy_sign(b))
    copy_decimal = canonical = _of_one(lambda d, context: d)
    is_canonical = _of_one(lambda d, context: True)
    is_finite = _of_one(lambda d, context: d.is_finite())
    is_infinite = _of_one(lambda d, context: d.is_infinite())
    is_nan = _of_one(lambda d, context: d.is_nan())
    is_qnan = _of_one(lambda d, context: d.is_qnan())
    is_snan = _of_one(lambda d, context: d.is_snan())
    is_signed = _of_one(lambda d, context: d.is_signed())
    is_zero = _of_one(lambda d, context: d.is_zero())
    is_normal = _of_one(lambda d, context: d.is_normal(context))
    is_subnormal = _of_one(lambda d, context: d.is_subnormal(context))
    number_class = _of_one(lambda d, context: d.number_class(context))
    same_quantum = _of_two(lambda a, b, context: a.same_quantum(b))
    to_sci_string = _of_one(lambda d, context: number_text(d, False, context.capitals))
    to_eng_string = _of_one(lambda d, context: number_text(d, True, context.capitals))

    def power(self, a, b, modulo=None):
        """a ** b, or pow(a, b, modulo)."""
        if modulo is None:
            return power(argument(a), argument(b), self)
        return power_modulo(argument(a), argument(b), argument(modulo), self)

    def fma(self, a, b, c, /):
        """a * b + c, rounded once."""
        return argument(a).fma(b, c, self)

    def radix(self):
        return make(0, 10, 0)

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         [s for s in self.flags if self.flags[s]],
                         [s for s in self.traps if self.traps[s]])


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[Clamped, InvalidOperation, DivisionByZero, Overflow, Underflow])
ExtendedContext = Context(prec=9, traps=[])
_current = [None]


def getcontext():
    """The context in which operators work."""
    context = _current[0]
    if context is None:
        context = _current[0] = DefaultContext.copy()
        context.clear_flags()
    return context


def setcontext(context, /):
    """Makes a context the one in which operators work."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current[0] = context


def context_of(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


@_named
class ContextManager:
    """For `with`: a copy of a context, for a while."""

    __slots__ = "_context", "_saved"

    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exception):
        setcontext(self._saved)


def localcontext(ctx=None, **kw):
    """A `with` statement's context: a copy of ctx, with what is given changed."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    copy = ctx.copy()
    for name, value in kw.items():
        if name in ("flags", "traps") and isinstance(value, (list, tuple)):
            set_slot(copy, "_" + name, signal_bits(value))
        elif name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            setattr(copy, name, value)
        elif _version >= (3, 13):
            raise TypeError(f"localcontext() got an unexpected keyword argument '{name}'")
        else:
            raise TypeError(f"'{name}' is an invalid keyword argument for localcontext()")
    return ContextManager(copy)
