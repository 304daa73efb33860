# lambda makes a function of an expression.
print((lambda: 1)(), (lambda x, y=2, *a, k=3, **d: (x, y, a, k, d))(1, 5, 6, k=7, z=8))
print(sorted(["bb", "a"], key=lambda s: len(s)), max([1, -5], key=lambda n: n * n), (lambda: None).__name__)
