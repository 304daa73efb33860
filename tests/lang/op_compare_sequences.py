# Sequences compare item by item, the shorter first.
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9, 9])
print((1, "a") < (1, "b"), (1,) == (1,), (1, 2) != (1, 2), (3,) >= (2, 9))
print([1, [2, 3]] == [1, [2, 3]], [1, [2, 3]] < [1, [2, 4]])
print([1, "x"] == [1.0, "x"], (1, None) == (1, None))
nan = float("nan")
print([nan] == [nan], [nan] == [float("nan")], (nan,) < (nan, 1))
