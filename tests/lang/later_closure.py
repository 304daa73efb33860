# A function remembers the names around it.
def adder(n):
    def add(x):
        return x + n
    return add


def counters():
    return [lambda i=i: i for i in range(3)]


five = adder(5)
print(five(1), adder(10)(1), [f() for f in counters()])
late = [lambda: i for i in range(3)]
print([f() for f in late])
