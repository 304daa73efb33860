# The edges of machine words and of CPython's 30-bit digits.
for e in (29, 30, 31, 32, 59, 60, 61, 62, 63, 64, 65, 89, 90, 128):
    n = 1 << e
    print(e, n - 1, n, n + 1, -n, n * n, (n - 1) * (n + 1), -n // 3, -n % 3)
