# The innermost call failed, several lines long.
def f(a, b):
    return a[b]


x = f(
    [1, 2],
    f([5], 0),
)
