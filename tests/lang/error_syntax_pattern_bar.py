# A bar with nothing behind it, inside a pattern.
match 5:
    case [(1 | 2) as p, 0] | [0, (8 | ) as p]:
        print(p)
