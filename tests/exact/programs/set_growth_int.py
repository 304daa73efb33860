# A set of every length up to 90, by add.
made = []
for n in range(0, 91, 3):
    s = set()
    for i in range(n):
        s.add(i * 7)
    made.append(s)
