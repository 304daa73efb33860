# sys.getrefcount: names, containers, its own argument.
import sys
a = []
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a))
c = [a, a, {"k": a}, (a,)]
print(sys.getrefcount(a))
del b
c.pop()
print(sys.getrefcount(a))
c.clear()
print(sys.getrefcount(a), sys.getrefcount([]), sys.getrefcount({}))
for x in [a]:
    print(sys.getrefcount(a))
del x
print(sys.getrefcount(a), [sys.getrefcount(v) for v in (a, c)])
