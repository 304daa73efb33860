# Popping 60 items one by one: a list at every length.
made = []
for n in range(61):
    a = []
    for i in range(60):
        a.append(i)
    for i in range(n):
        a.pop()
    made.append(a)
