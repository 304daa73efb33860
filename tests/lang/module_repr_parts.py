# A module's repr: its file, or its loader, or its name alone.
import importlib
import importlib.util
import types

print(importlib.__name__, repr(importlib).endswith("importlib/__init__.py'>"), importlib.util)
m = types.ModuleType("crate")
print(m)
m.__file__ = "/store/crate.py"
print(m)
del m.__file__


class Loader:
    def __repr__(self):
        return "<by hand>"


m.__loader__ = Loader()
print(m)
m.__loader__ = None
print(m)
m.__loader__ = Loader()
del m.__name__
print(m)
m.__file__ = "/x"
print(m)
