# An exception inside a generator expression.
def total(values):
    return sum(10 // v for v in values)


print(total([1, 2]))
print(total([5, 0]))
