# Warned of while the program runs, once a line.
yes = True


def invert(x):
    return ~x


for i in range(3):
    print(invert(yes), not NotImplemented)
    print(not NotImplemented, ~yes)
print(~True)
print([key for key in globals() if "warning" in key])
