# Comprehensions grow by append; with and without a condition.
made = []
for n in range(30):
    made.append([x for x in range(n)])
    made.append([x * 1000 for x in range(n) if x % 2])
pairs = [(x, y) for x in range(4) for y in range(x)]
nested = [[y for y in range(x)] for x in range(6)]
