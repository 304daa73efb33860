# isinstance() takes a union as the tuple of its types, in their order.
for union in (int | list[int], list[int] | int, int | str | None):
    for value in (3, [], "a", None):
        for ask in (lambda: isinstance(value, union), lambda: issubclass(type(value), union),
                    lambda: isinstance(value, (union, list))):
            try:
                print(ask(), end=" ")
            except TypeError as e:
                print(e, end=" ")
    print()
try:
    issubclass(3, int | str)
except TypeError as e:
    print(e)
