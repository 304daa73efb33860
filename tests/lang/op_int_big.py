# Arithmetic on big integers.
a = 2 ** 100
b = 3 ** 70
print(a, b)
print(a + b, a - b, b - a)
print(a * b)
print(b // a, b % a, divmod(-b, a))
print(a / b, b / 7)
print(-a, ~a, a == b, a < b, -a < -b)
print(10 ** 50 // 10 ** 48, 10 ** 50 % 7, (10 ** 25) ** 2 == 10 ** 50)
x = 1
for i in range(1, 30):
    x *= i
print(x)
