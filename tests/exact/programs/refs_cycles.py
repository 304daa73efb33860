# Objects that hold themselves or each other.
a = []
a.append(a)
b = {}
b["self"] = b
c, d = [], []
c.append(d)
d.append(c)
t = ([],)
t[0].append(t)
gone = []
gone.append(gone)
gone = 5
