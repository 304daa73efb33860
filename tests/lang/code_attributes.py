def f(a, b, /, c, *args, d=1, **kw):
    x = 1
    y = [a for a in (1, 2)]
    def g():
        return a, x, print(b)
    return g


def counter():
    n = 0
    def more(by):
        nonlocal n
        n += by
        return n, [by, 3.5, "text"]
    return more


for code in (f.__code__, f(1, 2, 3).__code__, counter.__code__, counter().__code__, (lambda *p: p).__code__):
    print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
    print(code.co_cellvars, code.co_freevars, code.co_flags, code.co_firstlineno)
    print(counter().__code__.co_varnames, counter().__code__.co_nlocals, counter.__code__.co_varnames)
print(counter().__code__.co_consts, f(1, 2, 3).__code__.co_names)
