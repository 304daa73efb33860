# What iter() of a memoryview is.
import array
import sys

it = iter(memoryview(b"abc"))
print(type(it), sys.getsizeof(it), next(it), list(it), list(it), hasattr(it, "__length_hint__"))
view = memoryview(bytearray(b"xyz"))
it = iter(view)
print(next(it))
view.release()
try:
    next(it)
except ValueError as error:
    print(error)
print(list(memoryview(array.array("d", [1.5, 2]))), 97 in memoryview(b"a"), [*memoryview(b"\1\2")[::-1]])
print(sys.getrefcount(view), it.__iter__() is it)
try:
    type(it)()
except TypeError as error:
    print(error)
