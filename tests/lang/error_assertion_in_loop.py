# assert in a loop, in a function.
def check(values):
    for v in values:
        assert v < 3, ("too big", v)
        print(v)


check(range(5))
