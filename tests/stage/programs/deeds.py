class Box:
    pass


def spread(n):
    global total
    total = n
    local = n
    local = local + 1
    if n == 0:
        return
    assert n > 0, "too small"
    for i in range(3):
        if i == 0:
            continue
        break
    try:
        raise ValueError("no")
    except ValueError:
        pass
    return local


def numbers():
    yield 1
    got = yield 2


box, a = Box(), [1, 2]
b = c = a
b = "x = 1; y"; c = 3
d: dict = {}
d["k=="] = a  # = not this
a[0:1] = [5, 6]
a[-1] = 7
box.a = {"in": [0]}
box.a["in"][0] = d == {}
box.a["in"][0] += 2
a += [8]
n = 8
n >>= 1
n == 4
spread(
    n)
spread(0)
"a".join(["b"]).upper()
a.append(d.get("k", "(")), a.pop()
del d["k=="], n
del box.a["in"]
del box.a
del box
print(list(numbers()), a == 5)
f = lambda x=1: x
