import sys, types
class Lazy(types.ModuleType):
    def __getattr__(self, name):
        print("asked for", name)
        if name.startswith("__"):
            raise AttributeError(name)
        return name.upper()
sys.modules["lazy"] = Lazy("lazy")
from lazy import thing
import lazy
print(thing, lazy.other)
made = types.ModuleType("made")
made.__path__ = []
def getattr_of_made(name):
    print("made asked for", name)
    if name == "late":
        return 5
    raise AttributeError(name)
made.__getattr__ = getattr_of_made
sys.modules["made"] = made
from made import late
print(late)
try:
    from made import never
except ImportError as e:
    print(e)
