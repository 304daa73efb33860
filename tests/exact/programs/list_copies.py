# Copies: which are exact and which over-allocate.
made = []
for n in range(20):
    a = []
    for i in range(n):
        a.append(i)
    made.append([a, a[:], a.copy(), list(a), a + [], a + a, a * 1, a * 2, [*a], sorted(a), a[::-1], a[1:], a[::2], a[:0], a * 0])
