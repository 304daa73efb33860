# sys.getsizeof of one of everything.
import sys


def show(name, value):
    print("%-24s %d" % (name, sys.getsizeof(value)))


def function(a, b=1, *args, c=2, **kw):
    "A docstring."
    x = a + b
    return lambda: x + c


def small():
    pass


def generator(n):
    for i in range(n):
        yield i


async def coroutine():
    pass


class Plain:
    attribute = 1

    def method(self):
        pass

    @classmethod
    def of_class(cls):
        pass

    @staticmethod
    def of_none():
        pass

    @property
    def prop(self):
        return 1


class OneSlot:
    __slots__ = "a"


class ThreeSlots:
    __slots__ = ("a", "b", "c")


class Below(ThreeSlots):
    __slots__ = ("d",)


class DictSlot:
    __slots__ = ("a", "__dict__")


class Meta(type):
    pass


class OfMeta(metaclass=Meta):
    pass


class MyList(list):
    pass


class MyDict(dict):
    __slots__ = ()


class MyError(ValueError):
    pass


for t in (object, type, int, bool, float, complex, str, bytes, list, tuple, dict, set, frozenset, range, slice,
          property, classmethod, staticmethod, super, enumerate, zip, map, filter, reversed, BaseException, ValueError,
          type(None), type(len), type(function), type(function.__code__), type(generator(1))):
    show(t.__name__, t)
for t in (Plain, OneSlot, ThreeSlots, Below, DictSlot, Meta, OfMeta, MyList, MyDict, MyError):
    show(t.__name__, t)
show("None", None)
show("Ellipsis", ...)
show("NotImplemented", NotImplemented)
show("True", True)
show("object()", object())
for v in (0, 1, -1, 2**30 - 1, 2**30, 2**60, -2**90, 10**100):
    show("int %.10s" % v, v)
show("float", 1.5)
show("complex", 1j)
for v in ("", "a", "abc", "é", "éé", "€", "€€", "😀", "a" * 100):
    show("str %.5s" % ascii(v), v)
for v in (b"", b"a", b"abc" * 10):
    show("bytes", v)
for v in ((), (1,), (1, 2, 3), [], [1], [1, 2, 3], list(range(10)), {}, {1: 2}, {"a": 1}, set(), {1}, set(range(10)),
          frozenset(), frozenset("ab")):
    show(type(v).__name__, v)
show("range", range(10))
show("slice", slice(1))
for name, it in (("iter list", iter([])), ("iter tuple", iter(())), ("iter str", iter("a")), ("iter str 2", iter("é")),
                 ("iter bytes", iter(b"")), ("iter dict", iter({})), ("iter items", iter({}.items())),
                 ("iter values", iter({}.values())), ("iter set", iter(set())), ("iter range", iter(range(3))),
                 ("iter long range", iter(range(2**70))), ("reversed list", reversed([])), ("reversed tuple", reversed(())),
                 ("reversed dict", reversed({})), ("callable iter", iter(int, 1)), ("enumerate", enumerate([])),
                 ("zip", zip([], [])), ("map", map(int, [])), ("filter", filter(int, []))):
    show(name, it)
show("keys", {}.keys())
show("values", {}.values())
show("items", {}.items())
show("function", function)
show("lambda", lambda: 0)
show("closure", function(1))
show("cell", function(1).__closure__[0])
show("generator", generator(3))
g = generator(3)
next(g)
show("generator started", g)
show("generator expression", (x for x in ()))
c = coroutine()
show("coroutine", c)
c.close()
show("bound method", Plain().method)
show("builtin function", len)
show("builtin method", [].append)
show("method descriptor", list.append)
show("slot wrapper", int.__add__)
show("method wrapper", (1).__add__)
show("getset", type.__dict__["__dict__"])
show("member", OneSlot.a)
show("classmethod", Plain.__dict__["of_class"])
show("staticmethod", Plain.__dict__["of_none"])
show("property", Plain.__dict__["prop"])
show("super", super(Plain, Plain()))
show("mappingproxy", Plain.__dict__)
show("module", sys)
for e in (BaseException(), Exception("x"), ValueError(1, 2), KeyError("k"), OSError(2, "x"), StopIteration(1), SystemExit(1),
          SyntaxError("x"), NameError("x"), AttributeError("x"), ImportError("x"), ZeroDivisionError(),
          RecursionError(), MyError(), UnicodeDecodeError("ascii", b"x", 0, 1, "why")):
    show(type(e).__name__, e)
try:
    1 / 0
except ZeroDivisionError as e:
    show("traceback", e.__traceback__)
    show("frame", e.__traceback__.tb_frame)
for o in (Plain(), OneSlot(), ThreeSlots(), Below(), DictSlot(), OfMeta(), MyList(), MyDict()):
    show(type(o).__name__, o)
print([].__sizeof__(), (1).__sizeof__(), object().__sizeof__(), Plain.__sizeof__(Plain()), type.__sizeof__(Plain))


class Says:
    def __sizeof__(self):
        return 1000


class SaysText:
    def __sizeof__(self):
        return "x"


class SaysLess:
    def __sizeof__(self):
        return -1


print(sys.getsizeof(Says()), sys.getsizeof(SaysText(), 5))
for bad in (SaysText, SaysLess):
    try:
        print(sys.getsizeof(bad()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
