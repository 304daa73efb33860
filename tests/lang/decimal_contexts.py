from decimal import *
import decimal

getcontext().prec = 6
print(Decimal(1) / Decimal(7), getcontext())
with localcontext() as ctx:
    ctx.prec = 42
    print(Decimal(1) / Decimal(7))
    print(getcontext() is ctx)
print(Decimal(1) / Decimal(7))
with localcontext(prec=3, rounding=ROUND_UP):
    print(Decimal(2) / 3)
setcontext(ExtendedContext)
print(Decimal(1) / 0, Decimal(-1) / 0, Decimal(0) / 0, getcontext().flags[DivisionByZero])
getcontext().clear_flags()
print(getcontext())
setcontext(Context(prec=9, traps=[Inexact]))
try:
    Decimal(1) / 3
except Inexact as e:
    print('inexact', e, e.args)
print(Decimal(1) / 4)
getcontext().traps[Inexact] = False
print(Decimal(1) / 3)
getcontext().traps[FloatOperation] = True
for f in (lambda: Decimal(0.1), lambda: Decimal(1) < 0.5, lambda: Decimal(1) == 0.5):
    try:
        print(f())
    except FloatOperation as e:
        print('float', e)
getcontext().traps[FloatOperation] = False
setcontext(DefaultContext)
total = sum((Decimal(x) for x in ['1.10', '2.20', '3.30']), Decimal())
print(total, total.quantize(Decimal('0.1')), total * 2, total == Decimal('6.6'))
price, rate = Decimal('19.99'), Decimal('0.0725')
tax = (price * rate).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP)
print(price, tax, price + tax, f'{price + tax:>10.2f}', f'{price:,.3f}', str(price), repr(tax))
for mode in [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]:
    print(mode, [str(Decimal(x).quantize(Decimal('1'), mode)) for x in ('1.5', '2.5', '-1.5', '-2.5', '1.1', '-1.9', '5.01')])


class Money(Decimal):
    def __str__(self):
        return '$' + super().__str__()


print(Money('5.00'), type(Money('5') + 1), Money('1') == 1, isinstance(Money(1), Decimal))
print(sorted(map(Decimal, ['3', '-1', '2.5', '0'])), {Decimal('1.0'): 'one'}[1], max(Decimal(1), 2.5))
print(decimal.__name__, Decimal.__module__, [n for n in ('getcontext', 'Decimal', 'ROUND_UP') if hasattr(decimal, n)])
print(Decimal('0.1') + Decimal('0.2') == Decimal('0.3'), 0.1 + 0.2 == 0.3, Decimal(0.1) == Decimal('0.1'))
x = Decimal('1.5')
x += 1
x *= 2
x -= Decimal('0.25')
x /= 3
x //= 1
x **= 3
x %= 2
print(x, -x, +x, abs(-x), int(Decimal('7.9')), float(Decimal('0.1')), round(Decimal('7.456'), 1), divmod(Decimal(17), 5))
Decimal('1') / 0
