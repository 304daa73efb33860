# An exception inside a comprehension.
# test: stderr=last
data = [1, 0, 2]
print([10 // x for x in data])
