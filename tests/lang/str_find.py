# Searching in strings.
s = "banana"
print(s.find("an"), s.find("an", 2), s.find("x"), s.rfind("an"), s.index("n"), s.rindex("n"), s.find(""), s.rfind(""))
print(s.count("a"), s.count("an"), s.count("ana"), s.count(""), s.count("a", 2), s.count("a", 0, -1))
print(s.startswith("ba"), s.startswith(("x", "b")), s.endswith("na"), s.endswith("an", 0, 5), s.startswith("an", 1))
print(s.find("n", -3), s.find("b", 1), s.index("a", 2, 4), "née".find("é"), s.find("na", 3, 5), "".find(""))
