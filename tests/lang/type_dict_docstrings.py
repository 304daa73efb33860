# There is a docstring in the dict of each builtin type that has one, a str, or None.
for t in (int, bool, dict, object, ValueError, map, property, type(None), type(iter([])), type(iter(memoryview(b"")))):
    doc = vars(t)["__doc__"]
    print(t.__name__, type(doc), isinstance(doc, str), doc is None, bool(doc), hasattr(doc, "__get__"), callable(doc))
print(type(vars(type)["__doc__"]), type(vars(property)["__doc__"]))


class Derived(int):
    pass


class Documented(dict):
    "Own words."


print(Derived.__doc__, Derived(5).__doc__, Documented.__doc__, Documented().__doc__, "__doc__" in vars(Derived))
print(sorted({type(v).__name__ for v in vars(str).values()}))
print([k for k, v in vars(float).items() if isinstance(v, str)], {k for k, v in vars(list).items() if v is None})
print(~True if hasattr(bool, "nothing") else "__invert__" in vars(bool), "is_integer" in vars(int))
