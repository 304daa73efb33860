# Arithmetic on small integers.
a, b = 17, 5
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b)
print(-a // b, -a % b, a // -b, a % -b, -a // -b, -a % -b)
print(-a, +a, ~a, abs(-a))
print(2 ** 0, 2 ** -1, 0 ** 0, (-2) ** 3, -2 ** 2)
print(7 / 7, 6 / 4, 1 // 1)
