# float(): from numbers and from text.
print(float(), float(3), float("1.5"), float("-1e3"), float("  2.5 "), float("1_0.5"), float(".5"), float("5."))
print(float("inf"), float("-Infinity"), float("nan"), float("+INF"), float(10 ** 20), float(True), float("1e400"))
print(float("0.1"), float("123456789.123456789"), float("4.9e-324"), float("1e-400"), float(b"2.5"))
