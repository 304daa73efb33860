# odds and ends teachers show
print(type(3), type("x"), type(None), type(print), type(type), type(int.__add__), type([].append))
print(isinstance(True, int), issubclass(bool, int), True + True, int(True))
print(id(1) == id(1), 256 is 256, "a" is "a") if False else print("-")
x = 257; y = 257
print(x is y, x == y)
print([] == [], [] is [], () is ())
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, round(0.5), round(1.5), round(2.675, 2), 7 // -2, -7 % 3, divmod(-7, 3))
print(10 / 4, 10 // 4, 2 ** 10, 2 ** -1, 5 % 3, abs(-3), pow(2, 3, 5), int("ff", 16), bin(10), hex(255), oct(8))
print("abc"[::-1], "abc" * 2, "a" in "abc", "abc"[1:], "abc"[-1], len("abc"), "a,b".split(","), "-".join("abc"))
print(list("abc"), tuple([1]), set([1, 1]), dict(a=1), dict([("a", 1)]), list({"a": 1}), sorted("cab"), list(range(0, 10, 3)))
print(*enumerate("ab"), *zip("ab", [1, 2]), list(map(str, [1, 2])), list(filter(None, [0, 1, ""])), any([]), all([]))
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, frozenset({1}))
a, *b = 1, 2, 3; print(a, b)
def f(a, b=2, *args, c, d=4, **kwargs): return a, b, args, c, d, kwargs
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f.__defaults__, f.__kwdefaults__, f.__name__, f.__doc__, f.__annotations__)
for bad in ("f()", "f(1)", "f(1, c=1, a=2)", "f(*[1], **{'c': 1, 'a': 1})"):
    try: eval(bad)
    except TypeError as e: print(e)
def append(x, to=[]): to.append(x); return to
print(append(1), append(2), append(3, []), append.__defaults__)
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x = "inner"
    inner()
    return x
print(outer())
try: print(undefined)
except NameError as e: print(e)
def g():
    try: return "try"
    finally: print("finally")
print(g())
for n in range(3):
    if n == 5: break
else: print("no break")
while True: break
m = [[0] * 2] * 2; m[0][0] = 1; print(m)


print(sorted(["b", "A", "c"], key=str.lower), sorted([3, 1, 2], reverse=True), max("abc", key=ord), min([3, 1], default=0))
s = "hello"; print(s.upper(), s.title(), s.find("l"), s.replace("l", "L"), s.count("l"), s.isalpha(), s.zfill(8), s.center(11, "*"))
print(f"{3.14159:.2f} {10:>5} {10:<5}| {10:^5} {1000000:,} {0.25:.0%} {255:x} {'hi'!r} {1+1=}")
d = {"a": 1}; d.setdefault("b", []).append(2); print(d, d.get("z"), d.pop("a"), d, "b" in d, d.items(), d.keys(), d.values())
try: {}["k"]
except KeyError as e: print(repr(e), e)
try: [][0]
except IndexError as e: print(e)
try: int("x")
except ValueError as e: print(e)
try: "a" + 1
except TypeError as e: print(e)
try: 1 + "a"
except TypeError as e: print(e)
try: None.x
except AttributeError as e: print(e)
try: [1].foo
except AttributeError as e: print(e)
try: (1, 2)[0] = 3
except TypeError as e: print(e)
try: len(5)
except TypeError as e: print(e)
try: {[]: 1}
except TypeError as e: print(e)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b = [1]
except ValueError as e: print(e)
try: int([])
except TypeError as e: print(e)
try: float("abc")
except ValueError as e: print(e)
try: "abc".index("z")
except ValueError as e: print(e)
try: [].pop()
except IndexError as e: print(e)
try: next(iter([]))
except StopIteration as e: print(repr(e))
try: raise RuntimeError("a") from ValueError("b")
except RuntimeError as e: print(repr(e.__cause__))
print(callable(len), hasattr("", "upper"), getattr("", "nope", 5), dir(object)[:3], vars(type("T", (), {"a": 1})).get("a"))
print(chr(97), ord("a"), "a" < "b", [1, 2] < [1, 3], (1, "a") < (2,), "Z" < "a", hash("a") == hash("a"))
print(bytes([1, 2]), "é".encode(), b"\xc3\xa9".decode(), "日本".encode("utf-8"), len("日本".encode()))
print(str(None), repr("a\n"), eval("1+1"), [i for i in range(5) if i % 2], {i: i * i for i in range(3)}, {i % 2 for i in range(5)})
print(sum([[1], [2]], []), sum(range(5)), list(reversed([1, 2])), [*range(3)], {**{"a": 1}, "b": 2}, (lambda x, y=2: x + y)(1))
print(1 < 2 < 3, 1 == 1.0, "1" == 1, not [], bool("False"), None or "x", 0 and 1, [] or {} or "last")
global_x = 5
def scope():
    global global_x
    global_x += 1
    return global_x
print(scope(), global_x)
print(__name__, type(__builtins__).__name__)
