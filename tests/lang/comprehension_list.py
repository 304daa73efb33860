# List comprehensions: nested loops, conditions, expressions.
print([x * x for x in range(6)])
print([x for x in range(20) if x % 3 == 0 if x % 2])
print([(x, y) for x in "ab" for y in range(2)])
print([[j for j in range(i)] for i in range(4)])
print([y for x in [[1, 2], [3]] for y in x])
print([a + b for a, b in [(1, 2), (3, 4)]], [r for f, *r in ["abc"]])
print([x if x % 2 else -x for x in range(5)], [] == [x for x in ()])
x = "kept"
[x for x in range(3)]
print(x)
