# `in` and `not in` on every container.
print(2 in [1, 2], 3 in (1, 2), 3 not in {1, 2}, "a" in {"a": 1})
print("b" in "abc", "bc" in "abc", "" in "abc", "d" not in "abc", "" in "")
print(98 in b"abc", b"bc" in b"abc", 200 in b"abc")
print(3 in range(5), 5 in range(5), 4 in range(0, 10, 3), 3.0 in range(5), "a" in range(3))
print(1.0 in [1], True in (1,), None in [0, None], [1] in [[1]])
nan = float("nan")
print(nan in [nan], float("nan") in [nan])
d = {"k": 1}
print("k" in d.keys(), 1 in d.values(), ("k", 1) in d.items(), ("k", 2) in d.items())
