# A table with two-byte indices, and one with deleted entries in it.
d = {}
for i in range(400):
    d["number %d" % i] = i
e = {}
for i in range(300):
    e[i * 3] = None
for i in range(0, 300, 2):
    del e[i * 3]
