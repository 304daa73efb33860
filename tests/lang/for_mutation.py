# A list may change while a loop walks it.
a = [1, 2, 3]
for x in a:
    if len(a) < 6:
        a.append(x * 10)
    print(x, end=" ")
print(a)
a = [1, 2, 3, 4]
for x in a:
    a.remove(x)
print(a)
a = [1, 2, 3]
for x in a:
    a = "rebound"
print(x, a)
for i in range(3):
    i = 10
    print(i, end=" ")
print()
