# Every operation on pairs of numbers that are near some edge, in contexts of several kinds.
from decimal import *

NUMBERS = [Decimal(n) for n in (
    "0", "-0", "0E+5", "0E-9", "1", "-1", "1.0", "10", "9.99", "-0.05", "123456789", "1E+7", "5E-8",
    "99999.5", "-1234567890123456789012345678901234567890", "1E-400", "Infinity", "-Infinity", "NaN",
    "-NaN42", "sNaN7")]
OPERATIONS = [
    ("+", lambda a, b: a + b), ("-", lambda a, b: a - b), ("*", lambda a, b: a * b),
    ("/", lambda a, b: a / b), ("//", lambda a, b: a // b), ("%", lambda a, b: a % b),
    ("divmod", divmod), ("==", lambda a, b: a == b), ("<", lambda a, b: a < b),
    ("compare", Decimal.compare), ("total", Decimal.compare_total), ("quantize", Decimal.quantize),
    ("max", Decimal.max), ("min", Decimal.min), ("near", Decimal.remainder_near),
    ("sign", Decimal.copy_sign), ("fma", lambda a, b: a.fma(b, 1)),
    ("and", Decimal.logical_and), ("rotate", Decimal.rotate), ("shift", Decimal.shift)]
SINGLE = [
    ("-", lambda a: -a), ("+", lambda a: +a), ("abs", abs), ("sqrt", Decimal.sqrt),
    ("normalize", Decimal.normalize), ("integral", Decimal.to_integral_exact),
    ("invert", Decimal.logical_invert), ("next", Decimal.next_plus), ("str", str),
    ("eng", Decimal.to_eng_string), ("**2", lambda a: a ** 2), ("**-3", lambda a: a ** -3),
    ("**7", lambda a: a ** 7), ("tuple", Decimal.as_tuple), ("round", lambda a: round(a, 2))]


def outcome(function, *operands):
    context = getcontext()
    context.clear_flags()
    try:
        result = function(*operands)
        text = ", ".join(map(str, result)) if isinstance(result, tuple) else str(result)
    except DecimalException as e:
        text = repr(e)
    return text + "".join(" " + s.__name__ for s, on in context.flags.items() if on)


for context in (Context(prec=5, Emax=9, Emin=-9, clamp=1, traps=[]),
                Context(prec=3, rounding=ROUND_UP, Emax=99, Emin=-99, traps=[]),
                Context(prec=28, rounding=ROUND_05UP, traps=[Overflow, InvalidOperation, Subnormal]),
                Context(prec=9, rounding=ROUND_FLOOR, Emax=384, Emin=-383, traps=[Rounded])):
    setcontext(context)
    print(context)
    for a in NUMBERS:
        print(a, [(name, outcome(f, a)) for name, f in SINGLE])
        for b in NUMBERS[NUMBERS.index(Decimal(1)):] if a.is_finite() and a else NUMBERS[::4]:
            print(a, b, [outcome(f, a, b) for name, f in OPERATIONS])
