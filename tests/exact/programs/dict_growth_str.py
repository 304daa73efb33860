# A dict of every length up to 50, with str keys.
made = []
for n in range(51):
    d = {}
    for i in range(n):
        d["key %d" % i] = i
    made.append(d)
