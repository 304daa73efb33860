a = list[int]
print(a, type(a).__name__, a.__origin__, a.__args__, a.__parameters__)
print(dict[str, list[int]], tuple[int, ...], tuple[()], set[str], frozenset[bytes], type[int], enumerate[int])
print(a == list[int], a == list[str], hash(a) == hash(list[int]), list[int] is list[int])
print(a((1, 2)), type(a()).__name__, a.__name__, a.append)
class C(list[int]):
    pass
print(C.__bases__, C.__mro__, C.__orig_bases__)
class D(dict[str, int], metaclass=type):
    def __class_getitem__(cls, item):
        return "item", item
print(D[1], D.__orig_bases__)
for f in (lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: list[int][str],
          lambda: int[3], lambda: list[int]["a":]):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__, e)
print([*list[int]], list[[int, str]], list["forward"], list[None], list[lambda: 0] == list[0])
def f(x: list[int], *args: tuple[int, ...]) -> dict[str, "C"]:
    pass
print(f.__annotations__)
class G:
    pass
print(list[G], dict[G, "G"])
