# What contexts do besides: their methods that compute, and which of them is the current one.  The native
# part is decimal._core.

from _library import adopt, named_with_module as _named
from decimal._arithmetic import (compare_decimal, compare_total, extreme, logb, next_number,
                                 next_toward, remainder_near, scaleb, to_integral)
from decimal._core import (Context as _Native, absolute, add, argument, coefficient_of, digits_of, divide,
                           divide_floor, divide_whole, exactly, finish_decimal, getcontext, kind_of,
                           make, meet, multiply, negated, normalized, number_text, plus, quantize, remainder,
                           set_current, set_initial, set_signals, signals, sqrt, subtract)
from decimal._logical import (logical_and, logical_invert, logical_or, logical_xor, rotate, shift)
from decimal._number import (QNAN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, comparable, invalid, of_number,
                             of_tuple)
from decimal._powers import exp, ln, log10, power, power_modulo
from decimal._signals import (Clamped, DivisionByZero, InvalidOperation, Overflow, SYNTAX, SignalDict,
                              Underflow, raise_trapped, signal_bits, signal_names)
from _machine import weak
from sys import version_info as _version

FLAGS, TRAPS = False, True


def _of_one(operation):
    """The operation as a method of contexts: its operand may be an int."""
    def method(self, a, /):
        return operation(argument(a), self)
    return method


def _of_two(operation):
    def method(self, a, b, /):
        return operation(argument(a), argument(b), self)
    return method


_views = {}  # id of a context, which of its two dicts: as long as somebody has it, it is the same


def _signal_dict(which):
    def get(self):
        key = id(self), which
        view = _views[key]() if key in _views else None
        if view is None:
            view = SignalDict(self, which)
            _views[key] = weak(view)
        return view

    def put(self, value):
        if not isinstance(value, (dict, SignalDict)):
            raise TypeError("argument must be a signal dict")
        set_signals(self, which, signal_bits(value))
    return property(get, put)


def context_repr(c):
    return (f"Context(prec={c.prec}, rounding={c.rounding}, Emin={c.Emin}, Emax={c.Emax}, "
            f"capitals={c.capitals}, clamp={c.clamp}, flags={signal_names(signals(c, FLAGS))}, "
            f"traps={signal_names(signals(c, TRAPS))})")


def _adopted(methods):
    return adopt(_Native, methods)


meet(raise_trapped, signal_bits, comparable, of_tuple, power, power_modulo, context_repr)


@_adopted
class Context:
    flags = _signal_dict(FLAGS)
    traps = _signal_dict(TRAPS)

    def create_decimal(self, num="0", /):
        """The number, rounded into this context."""
        d = exactly(num, self)
        if kind_of(d) >= QNAN and digits_of(d) > self.prec - self.clamp and coefficient_of(d):
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
    logical_and = _of_two(logical_and)
    logical_or = _of_two(logical_or)
    logical_xor = _of_two(logical_xor)
    logical_invert = _of_one(logical_invert)
    rotate = _of_two(rotate)
    shift = _of_two(shift)
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
set_initial(DefaultContext)


def setcontext(context, /):
    """Makes a context the one in which operators work."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    set_current(context)


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
            set_signals(copy, name == "traps", signal_bits(value))
        elif name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            setattr(copy, name, value)
        elif _version >= (3, 13):
            raise TypeError(f"localcontext() got an unexpected keyword argument '{name}'")
        else:
            raise TypeError(f"'{name}' is an invalid keyword argument for localcontext()")
    return ContextManager(copy)
