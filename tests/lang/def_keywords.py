# Arguments by position and by name, in any order of names.
def f(a, b, c=3):
    return (a, b, c)


print(f(1, 2), f(1, b=2), f(a=1, b=2), f(b=2, a=1), f(c=9, b=8, a=7))
print(f(1, c=5, b=4))
def order(n):
    print("eval", n)
    return n
print(f(order(1), c=order(2), b=order(3)))
