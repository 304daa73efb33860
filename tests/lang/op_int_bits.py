# Bitwise operators, on negative numbers too.
a, b = 0b1100, 0b1010
print(a & b, a | b, a ^ b, ~a)
print(-a & b, -a | b, -a ^ b, -1 & 255)
print(1 << 10, 1023 >> 3, -1 >> 5, -1024 >> 3, 1 << 70, (1 << 70) >> 69)
big = 2 ** 80 - 1
print(big & 0xffff, big | 1 << 90, big ^ big, ~big, -big & 2 ** 64, -big | 5, -big ^ 7)
print(5 << 0, 5 >> 100, -5 >> 100)
