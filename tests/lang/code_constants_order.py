"""In which order the constants of code stand: tuples that only the optimizer makes are the last."""
def f():
    return "%s %d" % (1, 2)
def g(x):
    return "%s %s" % (x, 2)
def h():
    return "%s" % (1,)
def i():
    return "ab %s" % "c"
print(f.__code__.co_consts, g.__code__.co_consts, h.__code__.co_consts, i.__code__.co_consts)
def constants_of(function):
    return [getattr(each, "co_name", each) for each in function.__code__.co_consts]
def defaults_come_last():
    def inner(a=1, *b, c=2, d=3): return inner(a, c=1, d=2)
    x = (1, (2, 3))
    match x:
        case {"k": 1, "l": 2}: pass
    a, b = 1, 2
    return 7
def used_before():
    x = (1,)
    def inner(a=1): return (1,)
    return inner, x
print(constants_of(defaults_come_last))
print(constants_of(used_before))
