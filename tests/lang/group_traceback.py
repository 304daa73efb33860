def leaf(n):
    if n % 2:
        raise ValueError(f"odd {n}")
    raise TypeError(n)


def collect(n):
    found = []
    for i in range(n):
        try:
            leaf(i)
        except Exception as e:
            found.append(e)
    found[0].add_note("first note\nof two lines")
    return found


def main():
    try:
        raise ExceptionGroup("inner", collect(2))
    except ExceptionGroup as e:
        inner = e
    try:
        1 / 0
    except ZeroDivisionError as z:
        cause = z
    group = ExceptionGroup("outer", [inner, KeyError("not raised"), *collect(1), cause])
    group.add_note("a note of the group")
    raise group from OSError("cause")


main()
