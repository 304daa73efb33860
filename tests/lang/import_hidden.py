"""What is the machine's own is no module to a program; packages say where their modules are."""
import sys
import json, collections.abc, decimal, dataclasses, abc
print([m for m in sys.modules if m in ("_machine","_library")])
print(json.__package__, json.__path__[0].endswith("/json"), json.__file__.endswith("json/__init__.py"), json.decoder.__package__)
print(collections.__package__, collections.abc.__name__, abc.__package__ == "", decimal.__package__ == "")
for name in "_machine", "_library", "decimal._x":
    try:
        __import__(name)
    except ImportError as e:
        print(e)
from json import decoder
try:
    from json import nothing
except ImportError as e:
    print(str(e).partition("(")[0])
import types
for name in "_calendar", "datetime._zone", "_library", "enum._body", "_wrapping":
    sys.modules[name] = types.ModuleType(name)
import datetime, enum, functools
print(datetime.date(2024, 2, 29) + datetime.timedelta(1), enum.Enum("E", "A").A, functools.wraps(len)(lambda x: x).__name__)
