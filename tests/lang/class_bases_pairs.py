# Classes derived from any two of the builtin types: which can be, and what is said where not.
import builtins
exc = [v for n, v in sorted(vars(builtins).items()) if isinstance(v, type) and issubclass(v, BaseException)
       and n not in ("_IncompleteInputError",)]
plain = [int, str, list, dict, tuple, set, frozenset, bytes, bytearray, float, complex, type, object, property, staticmethod, classmethod, memoryview, slice, range, super, enumerate, zip, map, filter, reversed]
for a in exc + plain:
    said = {}
    for b in exc + plain:
        try:
            type("T", (a, b), {})
            r="+"
        except TypeError as e:
            r=str(e)[:40].replace("\n"," ")
        said[r] = said.get(r, "") + b.__name__ + " "
    print(a.__name__, said)
