def hanoi(n, source, target, spare):
    if n == 0:
        return 0
    moves = hanoi(n - 1, source, spare, target)
    print(f"{n}: {source} -> {target}")
    return moves + 1 + hanoi(n - 1, spare, target, source)


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


print(fact(5))
print(hanoi(3, "A", "C", "B"))
