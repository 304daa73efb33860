# dict() from pairs, mappings and keywords.
print(dict(), dict({}), dict(a=1, b=2), dict([("x", 1), ["y", 2], "zw"]), dict({"a": 1}, b=2, a=3))
print(dict(zip("abc", range(3))), dict(enumerate("xy")), dict(((k, k * 2) for k in range(3))))
d = {"k": []}
e = dict(d)
e["k"].append(1)
e["new"] = 0
print(d, e)
print(dict(**{"p": 1}, q=2), dict.fromkeys("ab"), dict.fromkeys([1, 2], "v"), dict({1: "int key"}))
