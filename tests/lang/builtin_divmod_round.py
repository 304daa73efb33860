# divmod and round; halves go to even.
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(-7.5, 2), divmod(2 ** 70, 10 ** 5), divmod(0, 5))
print(round(2.5), round(3.5), round(-2.5), round(2.4), round(-0.5), round(5), round(1e20), round(0.5))
print(round(2.675, 2), round(1.005, 2), round(1234.5678, 2), round(1234.5678, -2), round(1.5, 0), round(0.1 + 0.2, 1))
print(round(15, -1), round(25, -1), round(1234, -2), round(-1250, -2), round(10 ** 20 + 5, -1), round(7, 3), round(True))
print(round(2.5, None), type(round(2.0)), type(round(2.0, 1)), round(1e300, 2), round(5e-324, 3), round(-0.04, 1))
