# str.format: positions, names, conversions, nested specifications, subscripts.
print("{} {}".format(1, "a"), "{1} {0}".format("x", "y"), "{a} {b!r}".format(a=1, b="s"), "{{}} {}".format(5))
print("{:>5}|{:<5}|{:^5}|{:05d}|{:.2f}".format("a", "b", "c", 42, 3.14159))
print("{0[1]} {d[key]} {0[0]:>3}".format([1, 2], d={"key": "v"}), "{:{}}|{:{w}.{p}f}".format("x", 4, 2.5, w=8, p=2))
print("{!s:>4} {!r:>5} {:,}".format("a", "b", 1234567), "{0}{0}".format("ab"), "{n.real}".format(n=3))
print("{a}".format_map({"a": [1]}), format(255, "x"), format(1.5), format("s", ">3"), format(12345.678, ",.1f"))
