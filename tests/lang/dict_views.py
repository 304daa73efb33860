# Views follow the dict; keys and items behave like sets.
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k))
print("a" in k, 3 in v, ("a", 1) in i, ("a", 2) in i)
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k == {"a", "b", "c"}, k > {"a"})
print(sorted(i & {("a", 1)}), i == {("a", 1), ("b", 2), ("c", 3)}, k.isdisjoint({"x"}), list(k)[0], list(v), v == d.values())
print(sorted(d.keys() - d.keys()), {"a": 1}.items() <= d.items(), list(reversed(i))[0])
