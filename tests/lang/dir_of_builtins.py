# dir() of builtin types and of objects.
for k, t in enumerate((object, type, int, bool, float, complex, str, bytes, list, tuple, dict, set, frozenset, range, slice, property, classmethod, staticmethod, super, enumerate, zip, map, filter, reversed, BaseException, OSError, type(None), type(len), type(lambda: 0), type((lambda: 0).__code__), type((x for x in ())), type({}.keys()), type([].append), type(list.append), type(int.__add__), type((1).__add__), type(type.__dict__))):
    print(f"{k}:{t.__name__}".replace("-", "_"), dir(t))
class P: pass
class Q(P):
    x = 1
    def __init__(self): self.y = 2
import sys
for n, o in (("i", 1), ("l", []), ("P", P()), ("Q", Q()), ("cls", Q), ("f", lambda: 0), ("m", Q().__init__), ("e", ValueError()), ("g", (i for i in ())), ("n", None), ("len", len), ("sup", super(Q, Q()))):
    print("o." + n, dir(o))
print("here", dir())
