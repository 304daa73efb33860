# Random numbers through every operation, in contexts of every rounding.
from decimal import *
import random

rnd = random.Random(11)
modes = [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN,
         ROUND_HALF_EVEN, ROUND_05UP]


def number():
    if rnd.random() < .08:
        return rnd.choice(['inf', '-inf', 'nan', 'snan', '0', '-0', '0E5', '1', '-1', '10', '9999', '0.5'])
    digits = ''.join(rnd.choice('0123456789') for _ in range(rnd.randint(1, 18)))
    return rnd.choice(['', '-']) + digits + rnd.choice(['', 'E%d' % rnd.randint(-12, 12)])


def show(context, name, *args):
    try:
        result = getattr(context, name)(*map(Decimal, args))
        result = [str(r) for r in result] if isinstance(result, tuple) else str(result)
    except DecimalException as e:
        result = type(e).__name__, [c.__name__ for c in e.args[0]]
    print(name, args, context.prec, context.rounding, result, [s.__name__ for s, on in context.flags.items() if on])


two = ['add', 'subtract', 'multiply', 'divide', 'divide_int', 'remainder', 'compare', 'max', 'min',
       'quantize', 'remainder_near', 'compare_total', 'same_quantum', 'copy_sign']
one = ['sqrt', 'ln', 'log10', 'normalize', 'plus', 'minus', 'abs', 'to_integral_exact',
       'to_integral_value', 'next_plus', 'next_minus', 'number_class', 'to_eng_string']
for _ in range(60):
    for prec in (1, 4, 28):
        context = Context(prec=prec, rounding=rnd.choice(modes), Emin=-99, Emax=99,
                          traps=rnd.choice([[], [InvalidOperation, DivisionByZero, Overflow]]))
        if rnd.random() < .65:
            show(context, rnd.choice(two), number(), number())
        else:
            show(context, rnd.choice(one), number())
for _ in range(8):
    context = Context(prec=rnd.choice([5, 16, 28]))
    show(context, 'exp', str(round(rnd.uniform(-40, 40), 3)))
    show(context, 'power', str(round(rnd.uniform(0, 20), 4)), str(round(rnd.uniform(-5, 5), 3)))
    show(context, 'power', number(), str(rnd.randint(-9, 9)))
