# The walrus binds inside an expression.
if (n := 10) > 5:
    print(n)
print((a := 1) + (b := 2), a, b)
data = [1, 2, 3, 4]
i = -1
while (i := i + 1) < len(data):
    print(data[i], end=" ")
print()
print([y := 5, y ** 2], [last := v for v in data], last)
print(any((found := v) > 2 for v in data), found)
