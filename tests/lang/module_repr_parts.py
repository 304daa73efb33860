# A module's repr: its file, or its loader, or its name alone.
import importlib
import importlib.util
import sys
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

# Its spec knows what it was imported as, whatever became of its name.
import collections.abc
import json
json.__name__ = "another"
print(repr(json).startswith("<module 'json' from "))
print(collections.abc.__name__, collections.abc is sys.modules["collections.abc"],
      collections.abc is sys.modules["_collections_abc"], "from" in repr(collections.abc))


class Spec:
    name, origin, loader, has_location = "specified", None, None, False


m = types.ModuleType("crate")
m.__spec__ = Spec
print(m)
