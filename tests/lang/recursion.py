# Functions call themselves and each other.
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(fact(5), fact(25))
print([fib(i) for i in range(15)])
print(even(10), odd(7), even(7))
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(500))
