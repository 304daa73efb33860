def shape(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return ("one", a)
        case [1, b]:
            return ("starts with 1", b)
        case (a, b):
            return ("two", a, b)
        case [a, [b, c], *rest]:
            return ("nested", a, b, c, rest)
        case [a, *_, 9]:
            return ("ends in 9", a)
        case [*_, 0, _]:
            return "0 before the last"
        case ["x", *middle, "y"]:
            return ("between", middle)
        case [_, _, _]:
            return "three"
        case [*all]:
            return ("all", all)
        case str() | bytes():
            return "text"
        case _:
            return "no sequence"


for value in ([], (), [5], (1, 2), [2, 1], [1, [2, 3]], [1, (2, 3), 4, 5], [1, 2, 3, 9], range(3), range(0),
              [3, 0, 4, 4], [3, 3, 0, 1], ["x", 1, 2, 3, "y"], ["x", "y"], "ab", b"ab", {1, 2}, {1: 2}, iter([1]),
              (1, 2, 3, 4, 5), [1, "ab", 3]):
    print(value if not hasattr(value, "__next__") else "iterator", shape(value))


class Stack(list):
    pass


class Fake:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i


print(shape(Stack([1, 2])), shape(Fake()))
match [1, 2, 3], {"k": [4, 5]}:
    case [first, *_], {"k": [*_, last]}:
        print(first, last)
match (1, 2):
    case x, y:
        print(x, y)
match 3,:
    case x,:
        print(x)
match [[1, 2], [3, 4]]:
    case [[a, b] as row, [c, d]] as whole:
        print(a, b, c, d, row, whole)
