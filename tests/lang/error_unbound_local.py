# A local name read before it is bound: UnboundLocalError.
total = 1


def f():
    total += 1
    return total


f()
