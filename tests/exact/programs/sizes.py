# sizeof of what is no container.
ints = [0, 1, -1, 2 ** 30 - 1, 2 ** 30, 2 ** 60 - 1, 2 ** 60, -2 ** 60, 2 ** 100, 10 ** 100]
floats = [0.0, 1.5, 1e300]
texts = ["", "x", "pear", "né", "é", "日本", "\U0001F600", "pear" * 25, "日" * 10]
raws = [b"", b"x", b"pear", b"x" * 100]
tuples = [(), (1,), (1, 2, 3), tuple(range(10))]
others = [True, None, range(5), range(10 ** 20), slice(1, 2), 1j, ...]
computed = [2 ** 30 - 1 + 1, 2 ** 64 // 2 ** 40, 10 ** 18 * 10 ** 18, -(2 ** 30), 2 ** 90 - 2 ** 90]


def f(a, b=1):
    return a


function = f
