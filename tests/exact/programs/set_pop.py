# pop walks on from where it stopped.
made = []
for n in range(8):
    s = set(range(0, 40, 5))
    taken = []
    for i in range(n):
        taken.append(s.pop())
    made.append((s, taken))
s = {1, 2, 3}
first = s.pop()
s.add(first)
second = s.pop()
