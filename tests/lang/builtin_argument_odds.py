# What is said of arguments that builtins do not take, where CPython's wrappers have words of their own.
from collections import OrderedDict
import random


def attempt(source):
    try:
        print(source, "|", eval(source))
    except Exception as error:
        print(source, "|", type(error).__name__, str(error)[:120], error.args if isinstance(error, KeyError) else "")


for source in """
(5).__pow__()
(5).__pow__(1, 2, 3)
(5).__rpow__()
(5).__rpow__(2, 7)
(5).__pow__(x=1)
"ab".__mul__()
"ab".__rmul__(1, 2)
[1].__imul__()
[1].__setitem__(1)
{}.__setitem__(1)
{}.__delitem__()
object().__setattr__("x")
object().__delattr__()
property().__get__()
property().__set__(1)
(5).__add__()
(lambda: 0).__get__()
(lambda: 0).__get__(x=1)
bytearray(1, 2)
bytearray("a", 1)
bytearray("a", None)
bytearray("a", "utf8", 5)
bytearray([], errors=5)
str.maketrans(1, 2)
str.maketrans(None, "a")
str.maketrans("a", "b", 3)
type(list.__getitem__)
[1].__getitem__()
[1, 2].__getitem__(1)
[1, 2].__getitem__(slice(1))
OrderedDict().move_to_end(None)
OrderedDict().move_to_end((1, 2))
OrderedDict().pop(None)
OrderedDict().pop((1, 2))
int("1" * 4301 + "x")
int("1" * 4301 + "_")
int("1_" * 4301)
int("1" * 4300 + "x")
int("f" * 5000 + "x", 16)
b"%i" % "x"
b"%i" % None
"%i" % "x"
random.Random(bytearray(b"seed")).random()
random.Random(b"seed").random()
Exception().add_note(5)
memoryview(b"abc").tobytes("C")
memoryview(b"abc").tobytes(None)
memoryview(b"abc").tobytes("x")
memoryview(b"abc").tobytes(order=5)
type(1, x=1)
super(1, 2, 3)
super(None)
"ab".find(5, "x")
"ab".index(slice(1), "x")
"ab".count(None, 1, "x")
{}.keys().__init__(1)
iter([]).__init__(1, x=2)
object().__init__(1)
__import__("gc").get_objects("a")
__import__("gc").get_objects(3)
""".strip().split("\n"):
    attempt(source)
if random.Random(1).__class__.__module__ == "random" and not hasattr(random.Random, "binomialvariate"):
    print(random.Random(3).randrange(5.0), random.Random(3).randrange(1, 7.0)) # 3.11 warns
    print(random.randint(1, 6.0) in range(1, 7)) # without a warning
