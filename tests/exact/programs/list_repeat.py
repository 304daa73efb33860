# * and *= by every count.
made = []
for n in range(6):
    for k in range(-1, 6):
        a = list(range(n))
        b = a * k
        a *= k
        made.append((a, b))
zeros = [0] * 10
rows = [[0] * 3] * 4
none = [None] * 7
