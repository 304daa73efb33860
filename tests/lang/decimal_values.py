import decimal as M
from decimal import *


def t(src):
    try:
        print(src, '->', repr(eval(src)))
    except Exception as e:
        print(src, '->', type(e).__mro__[:3], e)


for s in r'''Decimal()
Decimal('1.10')
Decimal('abc')
Decimal('1_000.5')
Decimal(' 1 ')
Decimal('')
Decimal('1e5')
Decimal('1E-10')
Decimal('-0')
Decimal('0E5')
Decimal('nan')
Decimal('sNaN123')
Decimal('-Infinity')
Decimal('inf')
Decimal(1.1)
Decimal(0.5)
Decimal(float('nan'))
Decimal(True)
Decimal((0,(1,2,3),-2))
Decimal((1,(),'F'))
Decimal((0,(1,2),'n'))
Decimal((2,(1,),0))
Decimal((0,(11,),0))
Decimal((0,1,0))
Decimal([0,[1],2])
Decimal((1,2))
Decimal(None)
Decimal({})
Decimal(1j)
Decimal('1','2')
Decimal('1',None)
Decimal('1',Context(prec=2))
Decimal(value='5')
Decimal('٣.٥')
Decimal('1'*40)
Decimal('1e9999999999999999999')
Decimal('1')/3
Decimal(1)/0
Decimal(0)/0
Decimal(-1)/0
Decimal(1)//0
Decimal(0)//0
Decimal(1)%0
Decimal(0)%0
divmod(Decimal(1),0)
divmod(Decimal(0),0)
divmod(Decimal(-7),2)
Decimal(-7)//2
Decimal(-7)%3
Decimal('7.5')%2
Decimal(10**30)//3
Decimal(10**30)%3
Decimal('inf')-Decimal('inf')
Decimal('inf')*0
Decimal('inf')/Decimal('inf')
Decimal('inf')//1
Decimal('inf')%1
1%Decimal('inf')
Decimal('nan')+1
Decimal('snan')+1
Decimal('nan')<1
Decimal('nan')==1
Decimal('nan')==Decimal('nan')
Decimal('snan')==1
Decimal(1)<1.5
Decimal('0.1')==0.1
Decimal('0.5')==0.5
Decimal(1)==True
Decimal(1)<'a'
Decimal(1)+1.5
1.5+Decimal(1)
Decimal(1)+'a'
Decimal(1)+None
'a'*Decimal(2)
Decimal(1)*[1]
2**Decimal(3)
Decimal(2)**-2
Decimal(2)**Decimal('0.5')
Decimal(-2)**Decimal('0.5')
Decimal(0)**0
Decimal(0)**-1
Decimal(2)**100
Decimal('1.1')**50
Decimal(3)**-5
pow(Decimal(3),4,5)
pow(Decimal(3),4,Decimal('0.5'))
Decimal(2)**Decimal('inf')
Decimal('1.5')**Decimal('2.5')
Decimal(10)**Decimal(-3)
Decimal(10)**400
Decimal('1E+999999')*10
Decimal('1E-999999')/Decimal('1E+100')
Decimal('1E-999999')/Decimal('1E+10')
Decimal(2).sqrt()
Decimal(-1).sqrt()
Decimal(16).sqrt()
Decimal('0.0001').sqrt()
Decimal(1).exp()
Decimal('1.5').ln()
Decimal(0).ln()
Decimal(-1).ln()
Decimal(10).ln()
Decimal(100).log10()
Decimal(2).log10()
Decimal('3.14159').quantize(Decimal('0.01'))
Decimal('2.675').quantize(Decimal('0.01'),rounding=ROUND_HALF_UP)
Decimal('1E30').quantize(Decimal('0.01'))
Decimal('1').quantize(Decimal('1E5'))
Decimal('inf').quantize(Decimal('1'))
Decimal('inf').quantize(Decimal('inf'))
Decimal('1.5').quantize(1)
Decimal('1.5').quantize(Decimal(1),'x')
Decimal('1.5').quantize(Decimal(1),rounding=ROUND_UP)
round(Decimal('2.5'))
round(Decimal('3.5'))
round(Decimal('-2.5'))
round(Decimal('2.675'),2)
round(Decimal('1234'),-2)
round(Decimal('nan'))
round(Decimal('inf'))
round(Decimal(1),'a')
int(Decimal('-3.9'))
int(Decimal('nan'))
int(Decimal('inf'))
float(Decimal('1.1'))
float(Decimal('snan'))
complex(Decimal('1.5'))
__import__("math").floor(Decimal('-1.5'))
bool(Decimal(0))
Decimal('1.10').normalize()
Decimal('100').normalize()
Decimal('0.00').normalize()
Decimal('1.10').as_tuple()
Decimal('-inf').as_tuple()
Decimal('1.10').as_integer_ratio()
Decimal('nan').as_integer_ratio()
Decimal('123.456').adjusted()
Decimal('1.5').to_integral_value()
Decimal('1.5').to_integral_exact()
Decimal('1.5').to_integral_value(ROUND_FLOOR)
Decimal('1.5').is_nan(), Decimal('1.5').is_signed(), Decimal('1.5').is_finite(), Decimal('1.5').is_infinite(), Decimal('1.5').is_zero(), Decimal('1.5').is_normal(), Decimal('1.5').is_subnormal(), Decimal(1).is_canonical(), Decimal('snan').is_snan()
Decimal('1.5').compare(2)
Decimal('1.5').max(2), Decimal('1.5').min(2), Decimal(1).max(Decimal('nan'))
Decimal('1.5').copy_sign(Decimal(-1)), Decimal(-1).copy_abs(), Decimal(1).copy_negate()
Decimal('10').remainder_near(3)
Decimal(2).fma(3,4)
Decimal('1.5').number_class(), Decimal('-inf').number_class(), Decimal('0').number_class()
Decimal('1.5').same_quantum(Decimal('0.1'))
Decimal('123').scaleb(2), Decimal('123').logb()
Decimal(1).next_plus(), Decimal(1).next_minus(), Decimal(1).next_toward(2)
Decimal('1.0').compare_total(Decimal('1'))
hash(Decimal('1.0'))==hash(1), hash(Decimal('0.5'))==hash(0.5), hash(Decimal('1e100'))==hash(10**100), hash(Decimal('inf'))==hash(float('inf'))
hash(Decimal('snan'))
str(Decimal('1E+5')), str(Decimal('0.000001')), str(Decimal('0.0000001')), str(Decimal('-0.00')), str(Decimal('1E-400'))
Decimal('123456E3').to_eng_string()
Decimal.from_float(0.1)
Decimal.from_float(5)
Decimal.from_float('a')
getcontext()
Context()
Context(prec=0)
Context(prec='a')
Context(rounding='x')
Context(Emin=5)
Context(capitals=2)
Context(traps=[Inexact])
Context(flags=[5])
DefaultContext, BasicContext, ExtendedContext
Context(prec=5).divide(1,3)
Context(prec=5).create_decimal('1.23456789')
Context(prec=3).create_decimal(123456)
Context(prec=5,traps=[Inexact]).divide(1,3)
Context(prec=5).sqrt(2), Context(prec=5).power(2,10), Context(prec=5).add(1,2), Context(prec=3).multiply(Decimal('1.23'),Decimal('4.56')), Context(prec=3).subtract(5,3), Context(prec=4).ln(2), Context(prec=4).exp(1), Context(prec=4).plus(Decimal('1.23456')), Context(prec=4).quantize(Decimal('1.2345'),Decimal('0.01')), Context(prec=3).abs(-5), Context().compare(1,2), Context().max(1,2), Context().minus(5), Context().remainder(7,3), Context().divmod(7,3), Context().divide_int(7,3), Context().to_integral_value(Decimal('1.5')), Context().to_sci_string(Decimal('1E5')), Context().Etiny(), Context().Etop(), Context().is_nan(1)
Context().add('a',1)
getcontext().flags
getcontext().foo
Decimal(1).foo
Decimal('1.5').__format__('.2f')
f"{Decimal('1234567.891'):,.2f}|{Decimal('1.5'):10}|{Decimal('1.5'):<10}|{Decimal('1.5'):^10}|{Decimal('1.5'):+}|{Decimal('1.5'):e}|{Decimal('1234.5'):.3e}|{Decimal('0.25'):%}|{Decimal('0.12345'):.1%}|{Decimal('1.5'):g}|{Decimal('123456789'):.3g}|{Decimal('1.5'):08.3f}|{Decimal('-1.5'):*>10}|{Decimal('nan'):10}|{Decimal('inf'):f}|{Decimal('1E+5'):f}|{Decimal('1E+5')}|{Decimal('1E+5'):g}|{Decimal('-0.001'):.2f}|{Decimal('1.0000'):n}|{Decimal('12345.678'):,}|{Decimal('1e-7'):f}|{Decimal('5'):.0f}|{Decimal('2.5'):.0f}|{Decimal('1.5'):=+8}|{Decimal('1.5'): }|{Decimal('0'):.3e}|{Decimal('0.00'):g}|{Decimal('1E3'):E}|{Decimal('123.456'):.10}|{Decimal('123.456'):.2}"
f"{Decimal('1.5'):d}"
f"{Decimal('1.5'):x}"
format(Decimal(1),5)
f"{Decimal('-0.001'):z.2f}"
sum([Decimal('0.1')]*10), max(Decimal(1),Decimal(2)), sorted([Decimal(3),Decimal(1)]), abs(Decimal(-1)), -Decimal(1), +Decimal('1.'+'1'*40), -Decimal(0), +Decimal('-0')
M.__all__
M.MAX_PREC, M.MAX_EMAX, M.MIN_EMIN, M.MIN_ETINY, M.HAVE_THREADS, M.HAVE_CONTEXTVAR
ROUND_HALF_EVEN
Decimal.__mro__, Overflow.__mro__, DivisionByZero.__mro__, FloatOperation.__mro__, DivisionUndefined.__mro__
Decimal('1.5').real, Decimal(1).imag, Decimal('1.5').conjugate()
Decimal(5).__reduce__()
localcontext(5)
setcontext(5)'''.split('\n'):
    t(s)

