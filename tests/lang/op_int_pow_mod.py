# Powers of integers, and pow with three arguments.
print(2 ** 10, 2 ** 64, 3 ** 40, (-3) ** 3, 10 ** 20)
print(pow(2, 10), pow(2, 10, 1000), pow(3, 200, 13), pow(-3, 3, 10))
print(pow(3, -1, 7), pow(2, 0, 1))
print(2 ** -2, (-2) ** -1, 2 ** 0.5, 4 ** 0.5)
