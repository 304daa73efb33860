# test: from=3.12
# A type statement's value and a type variable's bound are evaluated when asked for, again if that failed.
import pickle
import types

type Later = Missing | int
type Pair[T] = tuple[T, T]
type Both = Later | Pair[int] | None


def bounded[T: Bound](x: T) -> T:
    return x


for attempt in range(2):
    for get in (lambda: Later.__value__, lambda: bounded.__type_params__[0].__bound__):
        try:
            print(get())
        except NameError as error:
            print(error)
Missing, Bound = str, float
print(Later.__value__, bounded.__type_params__[0].__bound__)
print(Both.__value__, isinstance(Later | Pair, types.UnionType), int | Later, Later | int, repr(Pair[int]))
for bad in (lambda: Later[int], lambda: setattr(Later, "__value__", 1), lambda: Later | 3,
            lambda: type(Later)("x", int, type_params=[1])):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(pickle.loads(pickle.dumps(Later)) is Later, pickle.loads(pickle.dumps(Pair)) is Pair)
