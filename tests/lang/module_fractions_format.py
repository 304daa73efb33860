# test: from=3.12
from fractions import Fraction as F
x = F(22, 7)
print(f"{x:.3f} {x:10.2f}| {-x:+.1f} {x:.0%} {F(1, 3):.2%} {F(10**7, 3):,.2f} {x:010.3f} {x:<8.1f}| {F(2, 3).is_integer()} {F(4).is_integer()}")
