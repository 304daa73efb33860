"""int() of what has only __trunc__; mappingproxy joined with |; what a view is of."""
import types
import warnings

warnings.simplefilter("ignore")


class T:
    def __init__(self, v):
        self.v = v

    def __trunc__(self):
        return self.v


class Index:
    def __index__(self):
        return 7


print(int(T(5)), int(T(True)), int(T(Index())))
for bad in (1.5, "3", None):
    try:
        int(T(bad))
    except TypeError as e:
        print(e)
p = types.MappingProxyType({"a": 1})
print(p | {"b": 2}, {"b": 2} | p, p | p, type(p | p))
try:
    p |= {"c": 3}
except TypeError as e:
    print(e)
try:
    p | [1]
except TypeError as e:
    print(e)
d = {1: 2}
view = d.keys().mapping
d[3] = 4
print(view, type(view), view[3])
