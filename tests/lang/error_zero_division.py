# Division by zero in a call: the traceback names every frame.
def divide(a, b):
    return a / b


def outer(n):
    print("dividing", n)
    return divide(n, 0) + 1


outer(5)
