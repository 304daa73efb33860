# if, elif and else take the first true branch.
for n in (-5, 0, 7, 50, 500):
    if n < 0:
        kind = "negative"
    elif n == 0:
        kind = "zero"
    elif n < 10:
        kind = "small"
    elif n < 100:
        if n % 2:
            kind = "odd"
        else:
            kind = "even"
    else:
        kind = "big"
    print(n, kind)
if 0: print("no")
elif 1: print("elif on one line")
else: print("no")
