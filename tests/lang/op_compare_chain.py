# Chained comparisons evaluate each operand once and stop at the first False.
def show(x):
    print("eval", x)
    return x


print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(1 < 2 > 1 == 1 != 2, 1 < 3 < 2)
x = 5
print(0 <= x < 10, 0 <= x < 5, not 0 < x < 3)
print(1 == 1 in [1], (1 == 1) in [1], x is x is not None)
