# Float literals in every notation.
print(1.0, 1., .5, 0.0, 10.25)
print(1e3, 1E3, 1e+3, 1e-3, 1.5e10)
print(1_000.000_1, 1e1_0)
print(1e308, 1e309, -1e309, 5e-324, 1e-400)
print(-0.0, 0e0)
