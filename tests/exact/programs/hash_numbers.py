# Hashes of integers and floats.
ints = [hash(n) for n in (0, 1, -1, -2, 2 ** 31, 2 ** 61 - 1, 2 ** 61 - 2, 2 ** 61, -2 ** 61 + 1, 2 ** 64, -2 ** 64, 10 ** 50, -3 ** 99)]
floats = [hash(x) for x in (0.0, -0.0, 1.0, -1.0, 0.5, 0.1, 1e10, 1e100, 1.7976931348623157e308, 5e-324, 1e400, -1e400, 2.0 ** 61)]
powers = [hash(2 ** n) for n in range(0, 200, 7)]
quarters = [hash(n / 4) for n in range(-20, 20)]
bools = [hash(True), hash(False)]
complexes = [hash(1j), hash(2 + 3j), hash(-1j)]
