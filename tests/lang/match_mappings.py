from_config = {"host": "h", "port": 80, "extra": [1, 2], 5: None}


def f(x):
    match x:
        case {"kind": "circle", "r": r}:
            return ("circle", r)
        case {"kind": str(kind), **rest}:
            return (kind, rest)
        case {1: {2: x}}:
            return ("deep", x)
        case {-1: a, None: b, "k" "ey": c}:
            return (a, b, c)
        case {**everything} if len(everything) == 2:
            return ("two", everything)
        case {}:
            return "a mapping"
        case _:
            return "no mapping"


for value in ({"kind": "circle", "r": 2}, {"kind": "box", "w": 1, "h": 2}, {"kind": 5}, {1: {2: 3}}, {1: {3: 3}},
              {-1: 1, None: 2, "key": 3, "more": 4}, {"a": 1, "b": 2}, {}, [], "x", 5, type.__dict__):
    print(f(value))

match from_config:
    case {"host": h, "port": int(p), 5: None, **rest}:
        print(h, p, rest)
print(from_config)


class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        return 42


match Default(a=1):
    case {"a": 1, "b": b}:
        print("b is", b)
    case {"a": a}:
        print("only a", a)


class Keys:
    a = "x"
    b = "x"


try:
    match {"x": 1, "y": 2}:
        case {Keys.a: p, Keys.b: q}:
            print("both")
except ValueError as e:
    print(e)
