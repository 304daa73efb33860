"""Linear probes, perturbation, dummies."""
s = {8, 16, 24, 1}
for n in range(0, 200, 8):
    s.add(n)
for n in range(0, 100, 16):
    s.discard(n)
t = {"pear", "plum", "kiwi"}
u = frozenset(t)
v = s & set(range(64))
w = s | {n for n in range(10)}
s -= v
s ^= {1, 2, 3}
x = s.pop()
t.clear()
t.update("hello")
