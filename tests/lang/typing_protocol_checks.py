"""isinstance() and issubclass() of protocols: who asks, what is a member, __init__, properties not run."""
import collections.abc
from typing import Generic, Protocol, TypeVar, final, runtime_checkable

T = TypeVar("T")


def show(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


class Silent(Protocol):
    def speak(self): ...


class Sizes(collections.abc.Sized, Protocol):
    def extra(self): ...


class Loud(Named):
    def __init__(self):
        self.name = "loud"


class File:
    close = None


class Good:
    name = "n"

    def close(self):
        pass


show(lambda: isinstance(Good(), Named))
show(lambda: isinstance(Good(), Closes))
show(lambda: isinstance(File(), Closes))
show(lambda: issubclass(Good, Closes))
show(lambda: issubclass(Good, Named))
show(lambda: issubclass(3, Closes))
show(lambda: issubclass(Good, Silent))
show(lambda: isinstance(Good(), Silent))
show(lambda: isinstance(3, collections.abc.Sized))
show(lambda: issubclass(Good, collections.abc.Sized))
show(lambda: isinstance(Loud(), Named))
show(lambda: Named())
show(lambda: type("Bad", (Good, Protocol), {}))
show(lambda: Named.register(int))
show(lambda: isinstance(3, Named))


class Base:
    def __init__(self):
        self.made = "by Base"


class Later(Silent, Base):
    pass


print(Later().made)


class Box(Protocol[T]):
    content: T

    def __init__(self, content):
        self.content = content


class Real(Box[T], Generic[T]):
    pass


print(Real[int](3).content, Real[int](3).__orig_class__)


@final
@runtime_checkable
class Sealed(Protocol):
    def close(self): ...


show(lambda: issubclass(Good, Sealed))
