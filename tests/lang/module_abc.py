from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def help(): ...
    def describe(self):
        return self.name, self.area()
print(sorted(Shape.__abstractmethods__), type(Shape))
try:
    Shape()
except TypeError as e:
    print(e)
class Half(Shape):
    def area(self): return 1
    name = "half"
try:
    Half()
except TypeError as e:
    print(e)
class Square(Half):
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def help(): return "help"
print(Square().describe(), Square.make().help(), Square.__abstractmethods__)
class One(ABC):
    @abstractmethod
    def only(self):
        "does"
        return 1
try:
    One()
except TypeError as e:
    print(e)
class Two(One):
    def only(self):
        return super().only() + 1
print(Two().only(), issubclass(Two, One), isinstance(Two(), One), isinstance(3, One))
print(One.only.__isabstractmethod__, ABC.__mro__, ABC.__slots__)
