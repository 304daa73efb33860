# A context's flags and traps are one object each.
import decimal
c = decimal.Context()
print(c.flags is c.flags, c.traps is c.traps, c.flags is c.traps, c.flags)
f = c.flags
c.divide(1, 3)
print(f is c.flags, f[decimal.Inexact], f == c.flags, decimal.Context().flags is f)
f[decimal.Inexact] = False
print(c.flags[decimal.Inexact], decimal.getcontext().traps is decimal.getcontext().traps)
c.flags = dict(f)
print(c.flags is f)
class C(decimal.Context): pass
d = C(); print(d.flags is d.flags, d.traps is d.traps)
