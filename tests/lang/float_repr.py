# repr of a float is the shortest that reads back, and switches to exponents at 1e16 and 1e-4.
print(0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3)
print(1e15, 1e16, 123456789012345.0, 1234567890123456.0, 12345678901234567.0)
print(0.001, 0.0001, 0.00001, 0.000123)
print(100.0, 1e22, 1e23, 1.7976931348623157e308, 2.2250738585072014e-308)
print(5e-324, 4.35, 2.675, 1.1, 9007199254740993.0)
print(float("inf"), -float("inf"), float("nan"))
