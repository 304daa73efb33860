# Generator functions.
def count(n):
    print("start")
    while n:
        yield n
        n -= 1
    return "end"


g = count(2)
print(next(g), list(g), [x for x in count(1)])


def both():
    result = yield from count(2)
    yield result


print(list(both()))
