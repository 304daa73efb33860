# singledispatch over abstract classes: what stands in the MRO, what is registered, what is ambiguous.
import collections
import collections.abc as c
from functools import singledispatch


@singledispatch
def kind(value):
    return "object"


for one in "Iterable", "Container", "Sized", "Set", "Mapping", "MutableSequence", "Hashable":
    kind.register(getattr(c, one), lambda value, one=one: one)


def ask(value):
    try:
        return kind(value)
    except RuntimeError as error:
        return str(error)


for value in {1}, frozenset(), {1: 2}, [1], (1,), "text", 3, None, range(3), collections.deque(), collections.UserList():
    print(type(value).__name__, ask(value))


class Counted(c.Sized):
    def __len__(self):
        return 0


counted = Counted()
print(ask(counted))
for abstract in c.Iterable, c.Container, c.Set:
    abstract.register(Counted)
    print(abstract.__name__, ask(counted))


class Plain:
    __hash__ = None


plain = Plain()
print(ask(plain))
for abstract in c.Iterable, c.Container:
    abstract.register(Plain)
    answer = ask(plain)
    print(answer if answer[:3] != "Amb" else "ambiguous")


class Both(dict, c.MutableSequence):
    def insert(self, i, value):
        pass


print(ask(Both()))


class Table(collections.OrderedDict):
    pass


kind.register(dict, lambda value: "dict")
print(ask(Table()), ask(collections.ChainMap()), ask({}), kind.dispatch(Table) is kind.dispatch(dict))
kind.register(collections.OrderedDict)(lambda value: "ordered")
print(ask(Table()))
