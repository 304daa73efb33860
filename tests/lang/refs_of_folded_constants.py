# What folding leaves behind holds references, unreachable code holds none, and defaults come last.
import sys

if 0:
    print([7, 8, 9], (70, 80))
a = (7, 8, 9)
b = (70, 80)
c = (1000,) * 1
d = 123456 + 0
e = ((5, 6), 7)[0]


def f(x=11, y=12):
    pass


g = (11, 12)
print([sys.getrefcount(x) for x in (a, b, c, d, e, g)])
