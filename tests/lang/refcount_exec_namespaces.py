# Who holds the namespaces of code made of text: while it runs, and while a traceback has its frame.
import sys
g = {"sys": sys}
g["g"] = g
base = sys.getrefcount(g)
def show(title, f):
    before = sys.getrefcount(g)
    n = f()
    print(title, n, sys.getrefcount(g) - before)
count = "sys.getrefcount(g)"
show("eval", lambda: eval(count, g) - base)
show("eval2", lambda: eval(count, g, g) - base)
show("eval code", lambda: eval(compile(count, "x", "eval"), g) - base)
show("eval none", lambda: eval(count, None) - base)
l = {}
def ex(text, *a):
    exec(text, *a)
    return g.pop("n", 0) - base
show("exec", lambda: ex("n = " + count, g))
show("exec2", lambda: ex("n = " + count, g, g))
show("exec3", lambda: (ex("n = " + count, g, l), l.pop("n") - base)[1])
show("exec code", lambda: ex(compile("n = " + count, "x", "exec"), g))
def at_module():
    exec("n = sys.getrefcount(globals())")
    return 0
before = sys.getrefcount(globals())
exec("n = sys.getrefcount(globals())")
print(n - before, sys.getrefcount(globals()) - before)
eval("print(sys.getrefcount(globals()) - before)")
errors = []
def fail():
    try:
        exec("1/0", g)
    except ZeroDivisionError as e:
        errors.append(e)
    return 0
show("error", fail)
errors.clear()
print(sys.getrefcount(g) - base)
def fail():
    try:
        exec("def f(): 1/0\nf()", g)
    except ZeroDivisionError as e:
        errors.append(e)
    return 0
show("error in f", fail)
errors.clear()
print(sys.getrefcount(g) - base)
g.pop("f", None)
print(sys.getrefcount(g) - base)
