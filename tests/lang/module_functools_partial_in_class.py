from functools import partial
class A:
    f = partial(print, "x")
a = A()
for i in range(2):
    a.f(1)
a.f(2)
A.f(3)
