# match with patterns of every kind.
def kind(x):
    match x:
        case 0:
            return "zero"
        case int(n) if n < 0:
            return "negative"
        case [a, *rest]:
            return f"list of {a} and {rest}"
        case {"k": v, **others}:
            return f"k is {v}, {others}"
        case "a" | "b":
            return "letter"
        case _:
            return "other"


print([kind(x) for x in (0, -5, [1, 2, 3], {"k": 1, "l": 2}, "b", 3.5, [])])
