# A for loop's target may be anything that can be assigned to.
for a, b in [(1, 2), "xy", {"k": 1, "l": 2}]:
    print(a, b)
d = {}
for d["key"] in range(3):
    pass
print(d)
l = [0, 0]
for l[1] in "pq":
    print(l)
for (i, (j, k)), *rest in [((1, (2, 3)), 4, 5)]:
    print(i, j, k, rest)
for x, in [(1,), [2]]:
    print(x)
