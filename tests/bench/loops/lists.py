# Appending, indexing, popping.
a = []
for i in range(600000):
    a.append(i)
total = 0
for i in range(len(a)):
    total += a[i]
while a:
    a.pop()
print(total)
