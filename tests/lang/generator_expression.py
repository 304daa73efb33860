# Generator expressions are lazy, and go once.
def show(x):
    print("eval", x)
    return x


g = (show(x) * 10 for x in range(3))
print("made")
print(next(g))
print(list(g))
print(list(g), next(g, "spent"))
print(sum(x for x in range(5)), max(len(w) for w in ["a", "bbb"]), sorted(-x for x in (2, 3)))
print("-".join(str(x) for x in range(4)), tuple(x for x in "ab"), set(x for x in ()))
print(iter(g) is g, type(g))
a = [1, 2]
h = (x for x in a)
a.append(3)
print(list(h))
