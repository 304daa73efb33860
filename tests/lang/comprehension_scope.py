# A comprehension sees the function's locals; its own variable stays inside.
def f(n):
    base = 100
    return [base + i * n for i in range(3)]


def g(rows):
    total = 0
    total += sum(cell for row in rows for cell in row)
    return total, {i: total for i in range(2)}


def h(words):
    return [[w + suffix for suffix in ("1", "2")] for w in words]


print(f(2), g([[1, 2], [3]]), h("ab"))
i = "outer"
print([i for i in range(2)], i)
print([j for j in range(3) for j in range(j)])
