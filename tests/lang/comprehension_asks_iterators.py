"""How often a comprehension calls __iter__: once a loop, and in CPython 3.13.5 once more of the iterator."""


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter", self.n, end="; ")
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


class Other:
    """Its iterators are no iterables of their own."""

    def __iter__(self):
        print("made", end="; ")
        return Bare()


class Bare:
    n = 2

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


def within():
    return [x for x in Countdown(2)], [lambda: x for x in Countdown(1)][0]()


def attempt(name, make):
    try:
        print(name, make())
    except TypeError as error:
        print(name, "TypeError:", error)


print([x for x in Countdown(2)], {x for x in Countdown(2)}, {x: x for x in Countdown(2)})
print(list(x for x in Countdown(2)), within())
print([y for x in (1, 2) for y in Countdown(x)], list(y for x in (1, 2) for y in Countdown(x)))
print([y for x in Countdown(1) for y in [x]], [y for x in Countdown(3) if x for y in Countdown(x) if y])


class Body:
    a = [x for x in Countdown(1)]
    b = list(x for x in Countdown(1))


print(Body.a, Body.b)
for x in Countdown(1):
    print("a loop", x)
attempt("list", lambda: [x for x in Other()])
attempt("generator", lambda: list(x for x in Other()))
attempt("nested", lambda: [x for _ in "a" for x in Other()])
attempt("no iterable", lambda: [x for x in 3])
