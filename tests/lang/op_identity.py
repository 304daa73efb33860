# `is` and `is not` ask for the same object.
a = [1]
b = a
c = [1]
print(a is b, a is c, a == c, a is not c)
print(None is None, () == (), True is True)
x = 256
y = 256
print(x is y, x + 1 - 1 is y)
n = 1000
m = n
print(n is m, n + 0 == n)
print(a[:] is a, (1, 2)[:] == (1, 2))
