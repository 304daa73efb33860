# A teaching program: recursion.
def hanoi(n, source="A", target="C", spare="B"):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield n, source, target
        yield from hanoi(n - 1, spare, target, source)


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield items[i:i + 1] + rest


def subsets(items):
    if not items:
        return [[]]
    rest = subsets(items[1:])
    return rest + [[items[0]] + s for s in rest]


def flatten(x):
    for item in x:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def power(x, n):
    if n == 0:
        return 1
    half = power(x, n // 2)
    return half * half * (x if n % 2 else 1)


def change(amount, coins=(50, 20, 10, 5, 2, 1)):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return change(amount - coins[0], coins) + change(amount, coins[1:])


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def binary_search(a, x, low=0, high=None):
    high = len(a) if high is None else high
    if low >= high:
        return -1
    mid = (low + high) // 2
    if a[mid] == x:
        return mid
    return binary_search(a, x, low, mid) if x < a[mid] else binary_search(a, x, mid + 1, high)


def edit_distance(a, b, memo={}):
    if (a, b) not in memo:
        if not a or not b:
            memo[a, b] = len(a) + len(b)
        else:
            memo[a, b] = min(edit_distance(a[1:], b) + 1, edit_distance(a, b[1:]) + 1,
                             edit_distance(a[1:], b[1:]) + (a[0] != b[0]))
    return memo[a, b]


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(*hanoi(3), sep="\n")
print(sum(1 for _ in hanoi(8)), list(permutations("abc")), len(list(permutations([1, 2, 3, 4]))))
print(subsets([1, 2, 3]), list(flatten([1, [2, (3, [4, []]), 5], [[6]]])))
print(ackermann(2, 3), power(3, 100), change(100, (50, 25, 10)), factorial(30))
print([binary_search([1, 3, 5, 7, 9], x) for x in (1, 5, 9, 4)], edit_distance("kitten", "sitting"), len(edit_distance.__defaults__[0]))
print(is_even(100), Y(lambda f: lambda n: 1 if n == 0 else n * f(n - 1))(10))
maze = ["#########", "#S  #   #", "# # # # #", "# #   #E#", "#########"]


def solve(maze):
    grid = [list(r) for r in maze]
    start = next((r, row.index("S")) for r, row in enumerate(grid) if "S" in row)

    def walk(r, c):
        if grid[r][c] == "E":
            return True
        if grid[r][c] not in " S":
            return False
        grid[r][c] = "."
        if walk(r, c + 1) or walk(r + 1, c) or walk(r, c - 1) or walk(r - 1, c):
            return True
        grid[r][c] = "x"
        return False

    return walk(*start), "\n".join("".join(r) for r in grid)


print(*solve(maze), sep="\n")


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as e:
    print(e)
factorial("x")
