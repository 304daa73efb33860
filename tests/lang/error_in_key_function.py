# An exception in a key function.
def key(x):
    return x["k"]


print(sorted([{"k": 2}, {"k": 1}], key=key))
print(sorted([{"k": 2}, {}], key=key))
