# The list that a starred target makes.
made = []
for n in range(2, 16):
    first, *rest, last = range(n)
    made.append(rest)
*everything, = "unpacked"
head, *tail = [1, 2, 3]
