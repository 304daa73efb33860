def f(x):
    match x:
        case [a, b, "r"] | [b, a, "s"]:
            return ("swapped or not", a, b)
        case [a, b, c, 1] | [c, a, b, 2] | [b, c, a, 3]:
            return (a, b, c)
        case {"x": x, "y": y} | {"y": y, "z": x}:
            return ("map", x, y)
        case (1 | 2 | 3) as small:
            return ("small", small)
        case [(1 | 2) as p, *q] | [*q, 0, (8 | 9) as p]:
            return ("starred", p, q)
        case [[p, q] | (q, p, None), r]:
            return ("inner", p, q, r)
        case str(s) | bytes(s):
            return ("text", s)


for value in ([1, 2, "r"], [1, 2, "s"], [1, 2, 3, 1], [1, 2, 3, 2], [1, 2, 3, 3], {"x": 1, "y": 2}, {"y": 3, "z": 4},
              {"x": 1}, 1, 2, 3, 4, [1, 5, 6], [5, 6, 0, 9], [2], [[5, 6], 7], [(5, 6, None), 7], [(5, 6, 7), 7], "s",
              b"b", None):
    print(value, f(value))
