# A dict that grows while a loop walks it.
d = {"a": 1, "b": 2}
for k in d:
    print(k)
    d[k + "x"] = 0
