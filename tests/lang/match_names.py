class Color:
    RED = "red"
    GREEN = "green"

    class Dark:
        BLUE = "dark blue"


def name(c):
    match c:
        case Color.RED:
            return "R"
        case Color.GREEN | Color.Dark.BLUE:
            return "G or B"


print([name(c) for c in ("red", "green", "dark blue", "x")])

match = {"match": 1, "case": 2}
case = match["match"]
print(match, case)
match[case] = 5
print(match)
_ = 3
match (4):
    case _:
        print("wildcard binds nothing:", _)


def cells(x):
    match x:
        case [a, b]:
            return lambda: (a, b)
        case _ if (y := x):
            return lambda: y


print(cells([1, 2])(), cells(7)())


class Body:
    match 5:
        case value:
            twice = value * 2


print(Body.value, Body.twice)


def g():
    global found
    match [1, 2]:
        case [found, _]:
            pass


g()
print(found)
for i in range(5):
    match i:
        case 1:
            continue
        case 3:
            break
    print(i)


class Loud:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        print("compare", self.v, other)
        return self.v == other


match Loud(2):
    case 1:
        print("one")
    case 2 | 3:
        print("two")
match [1, 2, 3]:
    case [1, 2, 4]:
        print("no")
    case [x, y, z] if print("guard", x, y, z):
        print("no")
    case [x, *_]:
        print(x)
