def countdown(n):
    while n > 0:
        yield n
        n -= 1
    return "lift off"


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x * x


g = countdown(5)
print(next(g), next(g))
print(list(evens(g)))
squares = (x * x for x in range(4))
print(sum(squares))


def chain(*parts):
    for p in parts:
        yield from p


print(list(chain("ab", [1, 2])))
