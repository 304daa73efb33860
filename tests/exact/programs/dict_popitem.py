# popitem takes the last entry off; usable is not given back.
made = []
for n in range(9):
    d = {}
    for i in range(8):
        d[i] = i
    for i in range(n):
        d.popitem()
    made.append(d)
    again = d.copy()
    again["more"] = 1
    made.append(again)
holes = {"pear": 1, "kiwi": 2, "mango": 3}
del holes["kiwi"], holes["mango"]
item = holes.popitem()
holes["fig"] = 4
