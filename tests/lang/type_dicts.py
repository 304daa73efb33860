# The dicts of the builtin types: their names in order, and what stands there.
import builtins
import collections
import sys
import types


def generator():
    yield


async def coroutine():
    pass


async def async_generator():
    yield


class Old:
    def __getitem__(self, i):
        raise IndexError


def facts(value):
    yield type(value).__name__
    for name in ("__objclass__", "__qualname__", "__name__", "__module__"):
        try:
            yield str(getattr(value, name))
        except AttributeError:
            yield "-"


def show(t):
    print(t, t.__module__, t.__qualname__, len(vars(t)), list(vars(t)))
    for name, value in vars(t).items():
        if name != "__doc__" and not isinstance(value, type(None)):
            print("   ", name, *facts(value))


OWN = ("Quitter", "_Printer", "_Helper")
public = [v for n, v in sorted(vars(builtins).items()) if isinstance(v, type) and not n.startswith("_")]
made = coroutine()
d = {}
inner = [None, ..., NotImplemented, generator, generator(), made, async_generator(), made.__await__(), generator.__code__,
         len, list.append, int.__add__, (1).__add__, vars(dict)["fromkeys"], vars(type), type(generator).__code__,
         type(generator).__closure__, types.CellType(), Old().__getitem__, sys, sys._getframe(), types.SimpleNamespace(),
         list[int], int | str, iter([]), reversed([]), iter(()), iter(range(3)), iter(range(10**20)), iter(""), iter("\u1234"),
         iter(b""), iter(bytearray()), iter(d), iter(d.values()), iter(d.items()), d.keys(), d.values(), d.items(),
         reversed(d), reversed(d.values()), reversed(d.items()), iter(set()), iter(len, 1), iter(Old()),
         iter(memoryview(b"")), sys.version_info, sys.float_info, sys.int_info, sys.hash_info, sys.flags,
         collections.deque(), collections.defaultdict(), collections.OrderedDict()]
for t in dict.fromkeys(public + [type(o) for o in inner] + [types.TracebackType]):
    if t.__name__ not in OWN:
        show(t)
made.close()
