"""A comprehension whose variable is captured, inside of a function that has free variables itself."""
b = 2
def _f():
    a = 1
    def f():
        (func, inner_b), = [[lambda: b for b in c] + [b] for c in [[a]]]
        return b, inner_b, func()
    x = f()
    return locals()
print(_f()["x"])
class _C:
    a = 1
    def f():
        (func, inner_b), = [[lambda: b for b in c] + [b] for c in [[a]]]
        return b, inner_b, func()
    try:
        x = f()
    except NameError as e:
        print(e)
