# Iterators, loops and comprehensions hold what they walk.
import sys
a = [[], []]
counts = []
for x in a:
    counts.append((sys.getrefcount(a), sys.getrefcount(x)))
for i, x in enumerate(a):
    counts.append(sys.getrefcount(x))
for x, y in zip(a, a):
    counts.append(sys.getrefcount(x))
d = {"pear": [], "kiwi": []}
for k, v in d.items():
    counts.append((sys.getrefcount(v), sys.getrefcount(d)))
for v in d.values():
    counts.append(sys.getrefcount(v))
comprehended = [sys.getrefcount(x) for x in a]
generated = list(sys.getrefcount(x) for x in a)
it = iter(a)
half = next(it)
while_count = 0
while while_count < 1:
    while_count += sys.getrefcount(a)
