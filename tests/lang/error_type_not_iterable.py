# Walking what is not iterable.
for x in 5:
    print(x)
