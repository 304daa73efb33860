# A nested unpacking that does not fit.
for a, (b, c) in [(1, (2, 3)), (4, (5,))]:
    print(a, b, c)
