# Deleted keys leave dummies; a new key may take a dummy's slot, and usable is spent all the same.
made = []
for n in range(9):
    d = {"pear": 1, "kiwi": 2, "mango": 3, "fig": 4}
    del d["pear"], d["fig"]
    for i in range(n):
        d["new %d" % i] = i
    made.append(d)
churned = {}
for i in range(40):
    churned[i] = i
    if i >= 3:
        del churned[i - 3]
same_key = {}
for i in range(12):
    same_key["pear"] = i
    del same_key["pear"]
