# What protocols say of objects that keep to them only in part.
import sys


class Plain:
    pass


class InPlaceOnly:
    def __imul__(self, other):
        return NotImplemented


def attempt(source, **names):
    try:
        exec(source, names)
    except Exception as error:
        print(source, "|", type(error).__name__, error)
    else:
        print(source, "|", names.get("r"))


for value in (Plain(), (1,), "s", {1}, len, 5, range(2), type):
    attempt("del o[0]", o=value)
    attempt("del o['x']", o=value)
for other in ([1], (1,), "s", 3):
    attempt("o *= other", o=InPlaceOnly(), other=other)
    attempt("o *= other", o=None, other=other)


def returning(name, value):
    return type("Odd", (), {name: lambda self, *rest: value})()


for value in (1, None, b"x"):
    attempt("r = f'{o}'", o=returning("__format__", value))
    attempt("r = format(o, '>5')", o=returning("__format__", value))
for value in (1, [1], None):
    attempt("r = bytes(o)", o=returning("__iter__", value))
    attempt("r = bytearray(o)", o=returning("__iter__", value))
    attempt("r = bytearray().extend(o)", o=returning("__iter__", value))
for value in (-1, "x", 1.0, 2**80):
    attempt("import sys; r = sys.getsizeof(o)", o=returning("__sizeof__", value))


def items():
    for item in (1, 2, 300, 4):
        print("next is", item)
        yield item


attempt("r = bytes(o)", o=items())
attempt("r = b'' % bytearray(b'x')")
attempt("r = bytearray(b'%s') % bytearray(b'x')")
for name in ("a\0b", "x\ud800"):
    attempt("r = type(name, (), {})", name=name)
    attempt("C.__name__ = name", C=type("C", (), {}), name=name)
for base in (object, str, int):
    attempt("type('C', (base,), {'__slots__': ['__weakref__', '__weakref__']})", base=base)


class Count(int):
    pass


class Real(float):
    pass


# Instances of subclasses are converted, with a warning on standard error.
print([10, 20][returning("__index__", True)], range(returning("__index__", Count(3))))
print(int(returning("__int__", True)), int(returning("__index__", Count(4))))
print(float(returning("__float__", Real(2.5))))
