# Matrices as lists of lists.
def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


m = [[1, 2], [3, 4]]
print(multiply(m, m))
power = [[1, 0], [0, 1]]
for _ in range(20):
    power = multiply(power, [[1, 1], [1, 0]])
print(power)
print([list(column) for column in zip(*[[1, 2, 3], [4, 5, 6]])])
