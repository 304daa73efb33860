# What lay on the stack when an exception came is gone, and the handler starts clean.
def f(a, b):
    try:
        return [a, (b, a / b), {a: [b] * (1 // b)}]
    except ZeroDivisionError:
        return [b, a]


print(f(4, 2), f(4, 0))
total = 0
for x in [1, 2, "3", 4, None]:
    try:
        total = total + (x + (2 * x - x))
    except TypeError as error:
        print(error)
print(total)
