# Sorting keeps the allocation of an in-place sort; sorted() makes a new list.
made = []
for n in range(0, 80, 7):
    a = []
    for i in range(n):
        a.append(i * 37 % 101)
    b = sorted(a)
    c = sorted(a, reverse=True)
    d = a[:]
    d.sort(key=str)
    a.sort()
    made.append([a, b, c, d])
