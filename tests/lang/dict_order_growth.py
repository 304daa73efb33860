# The order of insertion survives growth, deletions and mixed keys.
d = {}
for i in range(50):
    d[str(i * 7 % 50)] = i
for i in range(0, 50, 3):
    del d[str(i)]
d[5] = "int"
d[(1, 2)] = "tuple"
d["0"] = "back"
d[2.5] = d[None] = "others"
print(d)
print(len(d), list(d)[-5:], d.popitem(), "3" in d, 5.0 in d)
