# A decorator replaces what it decorates.
def twice(f):
    def inner(*args):
        return f(f(*args))
    return inner


def named(name):
    def decorate(f):
        f.label = name
        return f
    return decorate


@twice
def increment(n):
    return n + 1


@named("double")
def double(n):
    return 2 * n


print(increment(1), double.label, double(4))
