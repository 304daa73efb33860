# What was printed before the exception stays; the exit status is 1.
for i in (2, 1, 0):
    print(i, 2 // i)
