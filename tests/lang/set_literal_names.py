# The order of a set of constants: a frozenset, made again for each name that is known already.
print({"name", "age", "city"}, {"name", "key", "value", "x", "y"})
print({"pear", "kiwi", "apple", "plum", "quince", "damson"})
print({45, "data", "path", 99, 90, "bar", "j", "name", "args"})
print({"foo", "path", 54, "file", "os", "count", "append"})
pear = kiwi = None
print({"pear", "kiwi", 33, 1, 65})
print({33, 1, 65}, 33 in {33, 1, 65})


def inner():
    plum = {"plum", "fig", 8, 16, 24}
    return plum


print(inner(), {"plum", "fig", 8, 16, 24}, {"two words", "a-b", "w34", 1 << 60})
