# Precedence and associativity.
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, (2 ** 3) ** 2, -2 ** 2, 2 ** -1)
print(1 - 2 - 3, 100 / 10 / 5, 7 // 2 * 2, 7 % 4 * 2)
print(1 | 2 ^ 3 & 4, 1 << 2 + 1, 5 & 3 == 1, (5 & 3) == 1)
print(not 1 == 2, not (1 == 2), 1 < 2 == True, not True and False)
print(~2 ** 2, -3 ** 2, +-+3, - - 3)
print(1 if 0 else 2 + 3, 3 or 1 / 0, 1 + 2 if 3 > 2 else 4)
