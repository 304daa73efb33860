# while with else, break and continue.
n = 0
while n < 3:
    print(n)
    n += 1
else:
    print("else after the end")
while True:
    n -= 1
    if n == 1:
        continue
    if n < 0:
        break
    print("at", n)
else:
    print("never")
while 0:
    pass
else:
    print("else of a loop that never ran")
