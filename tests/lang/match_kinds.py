# What is a sequence, what a mapping, when a class is both or an array; and keys that are equal.
import array
import collections
import collections.abc


def kind(value):
    match value:
        case {}:
            first = "mapping"
        case [*_]:
            first = "sequence"
        case _:
            first = "neither"
    match value:
        case [*_]:
            return first, "sequence"
        case {}:
            return first, "mapping"
        case _:
            return first, "neither"


class C:
    pass


class M1(collections.UserDict, collections.abc.Sequence):
    pass


class M2(collections.UserDict, C, list):
    pass


class S1(collections.UserList, collections.abc.Mapping):
    pass


class S2(collections.UserList, dict, C):
    pass


for value in M1(), M2(), S1(), S2(), array.array("i", [1, 2]), C(), "text", b"ab", range(2), collections.deque():
    print(type(value).__name__, *kind(value))
match array.array("b", b"abc"):
    case [x, *rest]:
        print(x, rest)
for keys in "0: _, False: _", "1: _, 1.0: _", "0: _, 0j: _", "-1: _, -1.0: _", "1: _, -1: _", "1: _, '1': _":
    try:
        exec("match {}:\n    case {%s}: pass\n    case _: print('fine')" % keys)
    except SyntaxError as error:
        print(keys, error.msg)
