from abc import ABC, ABCMeta, abstractmethod, get_cache_token
class Countable(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Countable:
            return any("__len__" in k.__dict__ for k in other.__mro__) or NotImplemented
        return NotImplemented
print(issubclass(list, Countable), isinstance("x", Countable), isinstance(3, Countable))
class Number(metaclass=ABCMeta):
    pass
print(isinstance(3, Number))
before = get_cache_token()
print(Number.register(int) is int, get_cache_token() != before, isinstance(3, Number), issubclass(bool, Number), isinstance(3.5, Number))
@Number.register
class Mine:
    pass
class Child(Mine):
    pass
print(isinstance(Mine(), Number), issubclass(Child, Number), Number in Mine.__mro__)
class Sub(Number):
    pass
Sub.register(str)
print(isinstance("x", Number), isinstance("x", Sub), isinstance(3, Sub))
for f in (lambda: Number.register(3), lambda: Sub.register(Number), lambda: issubclass(3, Number)):
    try:
        print(f())
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
class Duck(ABC):
    pass
class Fake:
    __class__ = int
print(isinstance(Fake(), Number))
