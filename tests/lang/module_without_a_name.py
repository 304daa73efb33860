# The message of a missing attribute names the module by its __name__, if that is text.
import types

m = types.ModuleType("m")
for change in (lambda: None, lambda: m.__dict__.pop("__name__"), lambda: setattr(m, "__name__", 3),
               lambda: setattr(m, "__name__", "other")):
    change()
    try:
        m.missing
    except AttributeError as e:
        print(e)
