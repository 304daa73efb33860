# Discarded members leave dummies, which a later add may take.
made = []
for n in range(8):
    s = {1, 9, 17, 25}
    s.discard(9)
    s.discard(17)
    for i in range(n):
        s.add(33 + 8 * i)
    made.append(s)
churned = set()
for i in range(60):
    churned.add(i)
    if i >= 3:
        churned.remove(i - 3)
same = set()
for i in range(20):
    same.add("pear")
    same.discard("pear")
reuse = {"a1", "b1", "c1", "d1"}
reuse.discard("b1")
reuse.add("b1")
