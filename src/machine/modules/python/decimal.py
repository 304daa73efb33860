# decimal: numbers of decimal digits, by the General Decimal Arithmetic Specification.
#
# Every operation makes its result as exactly as is needed to round it once, and hands it to finish(),
# which rounds it into the context and notes the conditions that arose as bits of one int; the signals
# among them that the context traps are raised.

from decimal._context import (BasicContext, Context, DefaultContext, ExtendedContext, getcontext,
                              localcontext, setcontext)
from decimal._decimal import Decimal, DecimalTuple
from decimal._number import (MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING,
                             ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
                             ROUND_HALF_UP, ROUND_UP)
from decimal._signals import (Clamped, ConversionSyntax, DecimalException, DivisionByZero,
                              DivisionImpossible, DivisionUndefined, FloatOperation, Inexact,
                              InvalidContext, InvalidOperation, Overflow, Rounded, Subnormal,
                              Underflow)

HAVE_THREADS = HAVE_CONTEXTVAR = True
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
