# Qualified names inside a generator expression.
def outer():
    return next((lambda: 0) for _ in (1,))


print(outer().__qualname__)
outer()(**3)
