# Two calls on one line: the carets say which failed.
def half(n):
    return 1 / n


print(half(2) + half(0))
