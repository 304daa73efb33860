# Arithmetic on floats, mixed with integers.
a, b = 7.5, 2.0
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b)
print(-a // b, -a % b, a // -b, a % -b)
print(1 + 0.5, 3 * 0.1, 10 / 4, 10 // 4.0, 10 % 3.5)
print(1e308 * 10, -1e308 * 10, 1e-320 / 1e10)
inf = 1e309
print(inf - inf, inf + 1, inf * 0, -inf, inf // 1, 5.0 % inf, -5.0 % inf)
print(0.1 + 0.2 == 0.3, -0.0 == 0.0, -0.0, 0.0 * -1, 2 ** 0.5)
