# What follows * in a call must be iterable.
def f(*args):
    return args


n = 3
print(f(*[1], 2))
f(*n)
