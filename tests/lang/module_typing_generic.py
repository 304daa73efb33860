from typing import Generic, TypeVar, Protocol, runtime_checkable, Iterator, List, Iterable, Sized
T = TypeVar("T")
U = TypeVar("U")
class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)
    def pop(self) -> T:
        return self.items.pop()
s = Stack[int]()
s.push(3)
print(s.pop(), Stack, Stack[int], Stack[T], Stack.__parameters__, Stack.__orig_bases__, Stack.__mro__, s.__orig_class__, type(s))
print(Stack[int].__origin__, Stack[int].__args__, Stack[int] == Stack[int], isinstance(s, Stack), Stack[int].push is Stack.push)
class Pair(Generic[T, U]):
    pass
class Named(Pair[str, U]):
    pass
class Deep(Named[int], Iterable[int]):
    def __iter__(self): return iter([1])
print(Pair[int, str], Named.__parameters__, Named[float], Deep.__parameters__, Deep.__mro__, list(Deep()))
def tr(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def plain():
    class P(Generic): pass
def dup():
    class P(Generic[T, T]): pass
def unlisted():
    class P(Pair[T, U], Generic[T]): pass
for f in (lambda: Stack[int, str], lambda: Pair[int], lambda: Deep[int], plain, dup, unlisted, lambda: isinstance(s, Stack[int])):
    tr(f)
class Quacks(Protocol):
    name: str
    def quack(self) -> str: ...
@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...
@runtime_checkable
class HasX(Protocol):
    x: int
class Duck:
    name = "d"
    def quack(self): return "Quack"
class File:
    x = 3
    def close(self): pass
print(isinstance(File(), Closes), isinstance(Duck(), Closes), issubclass(File, Closes), isinstance(File(), HasX), isinstance(Duck(), HasX))
class Explicit(Quacks):
    def quack(self): return "explicit"
print(Explicit().quack(), Quacks.__mro__, Explicit.__mro__)
def badbase():
    class Q(Duck, Protocol): pass
def notproto():
    @runtime_checkable
    class Q: pass
for f in (lambda: isinstance(Duck(), Quacks), lambda: Quacks(), badbase, notproto, lambda: issubclass(Duck, Quacks)):
    tr(f)
class Proto2(Protocol[T]):
    def get(self) -> T: ...
print(Proto2[int], Proto2.__parameters__)
class Impl(Proto2[str]):
    def get(self): return "s"
print(Impl().get())
class SizedIter(Sized, Iterable[T], Protocol[T]):
    pass
print(SizedIter.__mro__)
