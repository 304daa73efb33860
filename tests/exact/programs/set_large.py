# A set of 300, of which most go again.
s = set(range(300))
t = set(range(300))
for i in range(280):
    t.remove(i)
u = set("word %d" % i for i in range(130))
