def counter(start=0):
    n = start

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


a = counter()
b = counter(10)
print(a(), a(), b(5))

makers = [lambda x, k=k: x * k for k in range(3)]
print([f(10) for f in makers])


def twice(f):
    def wrapper(*args):
        return f(f(*args))
    return wrapper


@twice
def add3(x):
    return x + 3


print(add3(1))
