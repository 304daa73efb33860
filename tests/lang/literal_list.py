# List displays: empty, nested, starred.
a = 3
print([], [1], [1, 2, 3], [1, [2, [3]]], [1, 2,])
print([a, a * 2, "x"], [a] + [4])
print([*range(3), *"ab", *[], a])
print([
    1,
    2,
])
