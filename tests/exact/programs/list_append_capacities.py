# A list of every length up to 100, built by append.
made = []
for n in range(101):
    a = []
    for i in range(n):
        a.append(i)
    made.append(a)
