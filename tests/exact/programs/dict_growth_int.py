# A dict of every length up to 50, with int keys.
made = []
for n in range(51):
    d = {}
    for i in range(n):
        d[i * 7] = i
    made.append(d)
