# Which equal constants are one object.
a = 1000
b = 1000
print(a is b)
c = "a long string, not an identifier"
d = "a long string, not an identifier"
print(c is d)
e, f = (1, 2), (1, 2)
print(e is f)
def g(): return 1000
print(g() is a, g() is g())
h = 10
print(h * 100 is a, h * 100 == a)
