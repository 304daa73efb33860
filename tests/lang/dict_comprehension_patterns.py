# Inverting, merging and grouping dicts.
d = {"a": 1, "b": 2, "c": 1}
print({v: k for k, v in d.items()})
inverse = {}
for k, v in d.items():
    inverse.setdefault(v, []).append(k)
print(inverse)
print({k: d.get(k, 0) + {"b": 5, "z": 9}.get(k, 0) for k in sorted({*d, "z"})})
print(dict(sorted(d.items(), key=str, reverse=True)), {**d, "a": 0})
