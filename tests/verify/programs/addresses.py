"""Addresses are the model's own; what is one object has one."""
import sys


class A:
    pass


a, b = A(), A()
same = a
print(id(a) == id(same), id(a), id(b), id(same), hex(id(b)), f"{id(a):x}", hash(a))
print(a, b, sep="\n")
text = "here: %s" % a
ids, names = {id(a): "a", id(b): "b"}, {str(a): 1, repr(b): 2}
print(text, end=" ")
print("and more", end=" ")
print([a, b], {"k": a}, lambda: 1, print, a.__init__)
print(a, file=sys.stderr)
namespace = {}
exec("x = id([])", namespace)
copy = dict(globals())
raise ValueError(b)
