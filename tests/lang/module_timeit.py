import timeit
t = timeit.timeit("x = 1 + 2", number=10)
print(type(t), t > 0, len(timeit.repeat("len('abc')", repeat=3, number=5)))
calls = []
print(timeit.timeit(lambda: calls.append(1), number=4) > 0, len(calls))
n = 7
print(timeit.timeit("total = n * 2", globals=globals(), number=3) >= 0, timeit.Timer("y.append(1)", "y = []").timeit(2) >= 0)
