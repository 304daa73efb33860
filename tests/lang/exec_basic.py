exec("x = 1 + 1\nprint('in exec', x)")
print(x, eval("x * 21"), eval("  x"), eval(b"x + 1"))
d = {}
exec("y = 5\ndef f(a): return a * y", d)
print(sorted(d), d["y"], d["f"](3), type(d["__builtins__"]).__name__)
e = {"z": 1}
exec("w = z + 1", {}, e) if False else exec("w = z + 1", {"z": 10}, e)
print(e)
print(eval("a + b", {"a": 1}, {"b": 2}), eval("a + b", {"a": 1, "b": 5}))
code = compile("a = [i * n for i in range(3)]\nprint(a)", "<mine>", "exec")
print(code.co_filename, code.co_name, type(code).__name__)
for n in (1, 2):
    exec(code)
expr = compile("n ** 2", "e", "eval")
print([eval(expr, {"n": k}) for k in range(4)])
single = compile("n + 1", "s", "single")
exec(single)
exec(compile("None", "s", "single"))
exec(compile("for i in range(2): i\n", "s", "single"))
print(_)


def scope():
    local = 10
    exec("local = 20; other = 3")
    print(local, eval("local + 1"), sorted(locals()))
    ns = {}
    exec("class A:\n    def m(self): return type(self).__name__\nresult = A().m()", ns)
    return ns["result"], eval("[local for _ in range(2)]", {"local": 7}), (lambda: eval("local", globals(), {"local": 8}))()


print(scope())


class Body:
    exec("attr = 5")
    names = sorted(k for k in locals() if not k.startswith("__"))


print(Body.attr, Body.names)
exec("import sys\nprint(sys.version_info[0])")
print(eval("__name__"), eval("(lambda q: q + x)(1)"))
exec((lambda: print("a function's code")).__code__)
g = {"__builtins__": {"len": len}}
print(eval("len('abc')", g))
try:
    eval("print(1)", g)
except NameError as err:
    print(err)
print(eval(compile("(yield_ := 5) + yield_", "w", "eval")), yield_)


class Map:
    def __getitem__(self, key):
        print("asked for", key)
        if key == "p":
            return 100
        raise KeyError(key)

    def __setitem__(self, key, value):
        print("set", key, value)


print(eval("p + x", globals(), Map()))
exec("q = p", globals(), Map())
