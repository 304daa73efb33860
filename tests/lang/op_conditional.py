# Conditional expressions evaluate one branch only.
def say(x):
    print("eval", x)
    return x


print(say(1) if True else say(2))
print(say(1) if [] else say(2))
x = 7
print("big" if x > 10 else "middle" if x > 5 else "small")
print([1 if x else 2, (3 if not x else 4)], 1 if 0 else 2 if 0 else 3)
