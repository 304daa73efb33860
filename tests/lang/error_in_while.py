# An exception in the condition of a while.
n = 2
while 6 / n:
    print(n)
    n -= 1
