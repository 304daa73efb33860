# Folded constants behave as if computed.
print(2 + 3 * 4, 2 ** 10, "ab" * 3, (1, 2) + (3,), -1, not True, 1 < 2, "abc"[1], (1, 2, 3)[1:])
print(60 * 60 * 24, 1 << 20, 0xff & ~0xf, 10 ** 18, "a" "b" * 2, -2 ** 2, 1 / 4, 7 // 2, 7 % 4)
x = [1, 2, 3]
y = [1, 2, 3]
print(x == y, x is y, {1, 2, 3} == {3, 2, 1}, 3 in (1, 2, 3), 3 in [1, 2, 3], 3 in {1, 2, 3})
