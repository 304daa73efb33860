# Endless recursion ends in RecursionError.
# test: stderr=last
def f(n):
    return f(n + 1)


print("down")
f(0)
