"""A module without a spec is asked for its __file__ when it is shown."""
import types
def answer(name):
    print("asked for", name)
    if name == "__file__" and hidden:
        raise AttributeError(name)
    return name.upper()
m = types.ModuleType("made")
m.__getattr__ = answer
hidden = True
print(m)
hidden = False
print(repr(m))
print(m.anything)
