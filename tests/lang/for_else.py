# for with else, break and continue.
for x in [1, 2, 3]:
    if x == 2:
        continue
    print(x)
else:
    print("done")
for x in "abc":
    if x == "b":
        break
else:
    print("never")
print("left at", x)
for x in []:
    print("never")
else:
    print("empty, x is still", x)
