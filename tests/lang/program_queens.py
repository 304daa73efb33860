"""N queens by backtracking, three ways."""


def safe(board, row, col):
    for r, c in enumerate(board[:row]):
        if c == col or abs(c - col) == abs(r - row):
            return False
    return True


def solve(n, row=0, board=None):
    if board is None:
        board = [-1] * n
    if row == n:
        yield tuple(board)
        return
    for col in range(n):
        if safe(board, row, col):
            board[row] = col
            yield from solve(n, row + 1, board)
            board[row] = -1


def show(solution):
    n = len(solution)
    return "\n".join(" ".join("Q" if solution[r] == c else "." for c in range(n)) for r in range(n))


def count_bits(n):
    full = (1 << n) - 1
    count = 0

    def place(cols, left, right):
        nonlocal count
        if cols == full:
            count += 1
            return
        free = full & ~(cols | left | right)
        while free:
            bit = free & -free
            free ^= bit
            place(cols | bit, (left | bit) << 1, (right | bit) >> 1)

    place(0, 0, 0)
    return count


class Board:
    def __init__(self, n):
        self.n = n
        self.queens = []
        self.tried = 0

    def attacks(self, row, col):
        return any(c == col or r + c == row + col or r - c == row - col for r, c in self.queens)

    def solve(self, row=0):
        if row == self.n:
            return True
        for col in range(self.n):
            self.tried += 1
            if not self.attacks(row, col):
                self.queens.append((row, col))
                if self.solve(row + 1):
                    return True
                self.queens.pop()
        return False

    def __str__(self):
        grid = [["." for _ in range(self.n)] for _ in range(self.n)]
        for r, c in self.queens:
            grid[r][c] = "Q"
        return "\n".join("".join(line) for line in grid)


for n in range(1, 7):
    solutions = list(solve(n))
    print(f"{n} queens: {len(solutions):>3} solutions")
print(show(next(solve(6))))
print([count_bits(n) for n in range(1, 8)])
b = Board(8)
print(b.solve(), b.tried)
print(b)
