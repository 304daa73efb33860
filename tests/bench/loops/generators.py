def numbers(n):
    for i in range(n):
        yield i


def evens(values):
    for value in values:
        if value % 2 == 0:
            yield value


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(sum(value * 2 for value in evens(numbers(200000))), sum(tree(14)))
