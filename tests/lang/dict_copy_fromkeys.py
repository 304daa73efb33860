# copy is shallow; fromkeys shares its value.
d = {"l": [1], "n": 2}
e = d.copy()
e["l"].append(2)
e["n"] = 3
print(d, e, d is e, d["l"] is e["l"])
f = dict.fromkeys(["a", "b"], [])
f["a"].append(1)
print(f, dict.fromkeys("xyx"), dict.fromkeys(range(3), 0), {}.fromkeys("q", 1), {**d} == d)
