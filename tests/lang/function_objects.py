# Functions are values: they can be stored, passed and returned.
def square(x):
    return x * x


def double(x):
    return x + x


def apply(f, *values):
    return [f(v) for v in values]


def choose(name):
    return {"square": square, "double": double}[name]


print(apply(square, 1, 2, 3), apply(len, "a", "bb"), apply(str, 1.5, None))
print(choose("double")("ab"), choose("square")(9))
for f in (square, double, abs):
    print(f(-3), f.__name__)
print(type(square) is type(double), type(len) is type(abs), square == square, square == double)
