# break and continue belong to the innermost loop.
for i in range(4):
    for j in range(4):
        if j == 2:
            break
        if i == 1:
            continue
        print(i, j, end="; ")
    else:
        print("never")
    if i == 2:
        break
print()
for i in range(3):
    while i:
        i -= 1
        print("w", i, end=" ")
print(i)
