def kind(x):
    match x:
        case 0:
            return "zero"
        case -1 | 1.5 | 3 + 4j:
            return "some number"
        case "a" | 'b':
            return "letter"
        case b"bytes":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case _:
            return "other"


for value in (0, -1, 1.5, 3 + 4j, "a", "b", "c", b"bytes", None, True, False, 1, 0.0, [], ""):
    print(repr(value), kind(value))

match 5:
    case 6:
        print("six")
print("nothing matched, nothing happened")

match 7:
    case n if n > 10:
        print("large", n)
    case n if n > 5:
        print("middle", n)
    case n:
        print("small", n)
print(n)
