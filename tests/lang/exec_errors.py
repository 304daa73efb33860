def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: eval(5))
t(lambda: exec(5))
t(lambda: compile(5, "f", "exec"))
t(lambda: compile("1", 5, "exec"))
t(lambda: compile("1", "f", "x"))
t(lambda: compile("1", "f"))
t(lambda: eval("1", 5))
t(lambda: eval("1", [1]))
t(lambda: eval("1", {}, 5))
t(lambda: exec("1", 5))
t(lambda: exec("1", {}, 5))
t(lambda: eval("x = 1"))
t(lambda: eval(""))
t(lambda: eval("1 +"))
t(lambda: eval("nowhere"))
t(lambda: exec("1/0"))


def outer():
    v = 1

    def inner():
        return v
    return inner


t(lambda: exec(outer().__code__))
t(lambda: eval(outer().__code__))
t(lambda: exec("raise ValueError('from exec')"))
t(lambda: exec((lambda a: a).__code__))
t(lambda: eval("\n1"))
for bad in ("x = = 1", "(1,", "if x:\npass", "  x", "x = 'abc", "1 1", "return 5", "f(x for x in y, 1)", "a b",
            "def f():\n\tx\n        y\n", "break", "é = = 1"):
    try:
        exec(bad)
    except SyntaxError as e:
        print(type(e).__name__, "|", e.msg, "|", e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset, str(e))
