# collections.abc is an attribute of collections once somebody has imported it.
import collections
import sys
if sys.version_info[:2] != (3, 11):  # there what is installed decides
    for name in "abc", "deqeu":
        try:
            print(getattr(collections, name))
        except AttributeError as e:
            print(str(e), e.name, e.obj is collections)
print([name for name in dir(collections) if name.startswith("__") and name != "__builtins__" and name != "__cached__"])
import statistics
print(isinstance([], collections.abc.Sequence), collections.abc.__name__)
print(hasattr(collections, "abc"))
