# insert at the front, the end and beyond, as append over-allocates.
made = []
for n in range(20):
    a = []
    for i in range(n):
        a.insert(i * 7 % 5 - 2, i)
    made.append(a)
