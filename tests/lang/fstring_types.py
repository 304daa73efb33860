# Every type formats itself with an empty specification.
for value in (1, -2.5, "s", b"b", None, True, [1, "a"], (1,), {"k": [1]}, {1}, range(3), frozenset({2}), ...):
    print(f"{value} {value!r} {value!s:>12}|")
print(f"{True:d} {True:5} {1e20:.3g} {12345.678:10.2e} {float('inf'):f} {float('nan'):5.1f}|")
