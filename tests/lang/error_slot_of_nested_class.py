"""How an empty slot and a weak reference name a class that is not at the top: in full since 3.13."""
import re
import weakref


def make():
    class Inner:
        __slots__ = ("a", "__weakref__")
    return Inner


class Top:
    __slots__ = ("a", "__weakref__")

    class Part:
        __slots__ = ("a", "__weakref__")


def shown(o):
    return re.sub("0x[0-9a-f]+", "ADDRESS", repr(o))


for cls in (make(), Top, Top.Part):
    o = cls()
    try:
        o.a
    except AttributeError as e:
        print(e, e.name, e.obj is o)
    try:
        del o.a
    except AttributeError as e:
        print(e)
    try:
        o.b
    except AttributeError as e:
        print(e)
    r, p = weakref.ref(o), weakref.proxy(o)
    print(shown(r))
    print(type(p).__name__, shown(r)[:10])
    del o
    print(shown(r))
print(shown(weakref.ref(make)), shown(weakref.ref({1}.__class__)))
