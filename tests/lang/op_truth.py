# What counts as false.
for value in (0, 1, -1, 0.0, 0.5, -0.0, "", "0", " ", b"", b"0", None, [], [0], (), (0,), {}, {0: 0}, set(), {0},
              range(0), range(1), 0j, 1j, True, False, frozenset(), float("nan")):
    print(repr(value), bool(value), not value, "yes" if value else "no")
