"""Methods of builtin types that call the program back, where the collector's counts are looked at; what else comes
to light at a statement: text without an end of line, tuples made of bytes."""
import gc
import struct


class Odd:
    def __init__(self, value):
        self.value = value
    def __repr__(self):
        return "Odd(%r)" % self.value
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return True
    def __index__(self):
        return 0
    def __iter__(self):
        return iter("ab")
    def __del__(self):
        print("{} is gone".format(self))


odd, numbers, d = Odd(1), [1, 2, 3], {}
print(gc.get_count()[0] > 0)
d.setdefault(odd, 1)
d.get(odd)
d.pop(odd)
numbers.insert(odd, 4)
numbers.pop(odd)
", ".join(odd)
"{} {x!r}".format(odd, x=odd)
numbers.extend(odd)
numbers.sort(key=lambda item: str(item))
set.union({odd}, *[odd, odd])
"abc".startswith("a", odd)
print("working", end="\r")
print("\rdone   ", end="\r\n")
two = struct.unpack(">2d", struct.pack(">2d", 1.5, 2.5))
odd = None
print(two)
