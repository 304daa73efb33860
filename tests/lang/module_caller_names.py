"""What is made for a module says that it is from there: the library asks who called."""
import collections, enum, typing, functools, decimal, dataclasses, inspect
print(collections.namedtuple("A","x").__module__)
print(functools.lru_cache(lambda: 1).cache_info().__class__.__module__)
print(decimal.DecimalTuple.__module__)
print(enum.Enum("E","a b").__module__, enum.IntFlag("F","a b").__module__)
print(typing.NamedTuple("N",[("a",int)]).__module__, typing.TypeVar("T").__module__, typing.AnyStr.__module__)
class P(typing.NamedTuple):
    x: int
print(P.__module__)
print(dataclasses.make_dataclass("D",["a"]).__module__)
print(typing.TypedDict("D",{"a":int}).__module__, typing.NewType("N",int).__module__)
print(inspect.ArgSpec.__module__ if hasattr(inspect,"ArgSpec") else inspect.FullArgSpec.__module__, type(inspect.Parameter.VAR_KEYWORD).__module__)
d={}
exec("import collections\nx=collections.namedtuple('A','x')",d)
print(d["x"].__module__)
d={"__name__":"other"}
exec("import collections,enum\nx=collections.namedtuple('A','x');y=enum.Enum('Y','a')",d)
print(d["x"].__module__,d["y"].__module__)
