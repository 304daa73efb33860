# test: stderr=last
# What methodcaller is made of is a new tuple each time, which the collector knows; what is a form of typing goes by
# its name; `in` of an enum warns up to 3.11.
import copy
import enum
import gc
import operator
import pickle
import typing

for caller in operator.methodcaller("a"), operator.methodcaller("a", 1), operator.methodcaller("a", [], 2):
    made = caller.__reduce__()
    print(gc.is_tracked(made), [gc.is_tracked(part) for part in made], made[1])
for form in typing.List, typing.Dict, typing.Callable, typing.Tuple, typing.Any, typing.Union, typing.Sequence:
    again = pickle.loads(pickle.dumps(form))
    print(form, again is form, copy.copy(form) is form, copy.deepcopy(form) is form, form.__reduce__())


class Color(enum.Enum):
    RED = 1


try:
    print(2 in Color)
except TypeError:
    print("no member")
