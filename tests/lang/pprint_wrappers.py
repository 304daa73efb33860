# pprint of what collections has, and of a bytearray.
from collections import ChainMap, OrderedDict, UserDict, UserList, UserString
from pprint import pformat, isreadable, pp, pprint

words = "a word that is longer than the ones before it".split()
table = OrderedDict((word * 3, i) for i, word in enumerate(words))
for indent in 1, 4:
    pprint(table, indent=indent)
pprint(OrderedDict())


class Mine(UserDict):
    pass


pprint(UserDict(table))
pprint(Mine(table), compact=True)
pp(Mine(table))
pprint(UserList(table.items()))
pprint(UserString(" ".join(words)), width=20)
pprint([UserString(" ".join(words)), UserDict(table)], width=30)
pprint(ChainMap(table, {1: 2}))
pprint(bytearray(b"abcdefghijklmnopqrstuvwxyz"), width=28)
pprint([bytearray(b"abcdefghijklmnopqrstuvwxyz")], width=28, indent=3)
pprint({"key": bytearray(range(40))}, width=40)
print(pformat(UserList([1, 2])), isreadable(bytearray(b"x")))
