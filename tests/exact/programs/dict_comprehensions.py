# Dict comprehensions of every size.
made = []
for n in range(0, 26, 3):
    made.append({x: x for x in range(n)})
    made.append({"k%d" % x: [x] for x in range(n) if x % 2})
inverted = {v: k for k, v in {"pear": 1, "kiwi": 2}.items()}
