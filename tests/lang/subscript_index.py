# Indexing, from the end too.
a = [10, 20, 30]
print(a[0], a[2], a[-1], a[-3], a[True])
print("abc"[0], "abc"[-1], (1, 2)[1], b"abc"[0], range(5, 10)[2], range(5, 10)[-1])
d = {"x": [1, {"y": "deep"}], (1, 2): "t", None: 0}
print(d["x"][1]["y"][0], d[1, 2], d[None])
print([[1, 2], [3, 4]][1][0], {1: "a"}[True], "née"[1])
