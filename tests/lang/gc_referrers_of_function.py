# gc.get_referrers(): neither its own arguments nor its own list.
import gc
def f(): pass
class A: pass
x = [f]
t = (f, 1)
a = A(); a.f = f
print([type(r).__name__ for r in gc.get_referrers(f)])
def g():
    return [type(r).__name__ for r in gc.get_referrers(f)]
print(g())
print([type(r).__name__ for r in gc.get_referrers(a)])
for r in gc.get_referrers(f):
    print(type(r).__name__)
