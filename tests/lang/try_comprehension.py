# A variable that a comprehension hides is back when an exception leaves it.
def f():
    x = "outer"
    try:
        print([10 // x for x in (5, 0)])
    except ZeroDivisionError:
        print("list", x)
    try:
        print({x: [y for y in x] for x in ("ab", 5)})
    except TypeError as error:
        print("dict", x, error)
    return x


print(f())
x = 1
try:
    {x for x in [1, []]}
except TypeError:
    print(x)
