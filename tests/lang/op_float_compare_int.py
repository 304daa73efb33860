# Comparisons of integers with floats are exact.
print(1 == 1.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53)
print(2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308, -10 ** 400 < -1e308)
nan = float("nan")
inf = float("inf")
print(nan == nan, nan != nan, nan < 1, nan > 1, 1 < nan)
print(10 ** 400 < inf, -inf < -10 ** 400, 0.5 < 1, 1 < 1.5, 2 >= 2.0)
print(9007199254740993 < 9007199254740992.0, 9007199254740993 > 9007199254740992.0)
