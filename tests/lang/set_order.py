# The order of a set is the order of its table.
print({5, 1, 3}, {10, 2, 8}, {33, 1, 65}, set([65, 33, 1]))
s = set()
for word in "the quick brown fox jumps over the lazy dog".split():
    s.add(word)
print(s)
s.discard("fox")
s.add("cat")
print(s, list(s)[0])
print({i * 8 for i in range(10)}, set(range(20, 0, -3)))
print({-1, -2, 0}, {1.5, 2.5, 3.0}, {(1, 2), (3, 4)}, {"a", 1, None} == {None, 1, "a"})
t = set(range(30))
for i in range(25):
    t.discard(i)
print(t, t.pop(), t)
