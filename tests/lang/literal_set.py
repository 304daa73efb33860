# Set displays: duplicates fall away, and the order is that of the table.
print({1}, {3, 1, 2}, {1, 1, 1})
print({33, 1, 65}, {65, 33, 1})
a = 33
print({a, 1, 65})
print({"pear", "kiwi", "apple"})
print({*range(4), *"a"} == {0, 1, 2, 3, "a"})
print(set(), len({1, 1.0, True}), {1, 1.0, True}, {True, 1})
