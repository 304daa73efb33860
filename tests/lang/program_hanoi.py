# The towers of Hanoi.
moves = []


def hanoi(n, source, target, spare):
    if n:
        hanoi(n - 1, source, spare, target)
        moves.append(f"{n}:{source}{target}")
        hanoi(n - 1, spare, target, source)


hanoi(4, "A", "C", "B")
print(len(moves), *moves)
