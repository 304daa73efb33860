# Functions: call, return, None without return.
def add(a, b):
    return a + b


def nothing():
    a = 1


def early(n):
    if n > 0:
        return "positive"
    return


print(add(1, 2), add("a", "b"), add([1], [2]))
print(nothing(), early(1), early(0))
f = add
print(f(3, 4), f is add, add.__name__)
def two(): return 1, 2
x, y = two()
print(x, y, two())
