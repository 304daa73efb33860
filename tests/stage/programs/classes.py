"""Classes of all sorts, for the room that shows them."""
class Shape:
    kinds = []
    def __init__(self, name):
        self.name = name
    def area(self):
        return 0
    def describe(self, *, loud=False):
        return f"{self.name}: {self.area()}"

class Circle(Shape):
    __slots__ = ("r",)
    def __init__(self, r):
        super().__init__("circle")
        self.r = r
    @property
    def size(self):
        return self.r * 2
    @size.setter
    def size(self, v):
        self.r = v / 2
    def area(self):
        return 3 * self.r * self.r
    @classmethod
    def unit(cls):
        return cls(1)
    @staticmethod
    def parse(text, base=10):
        return Circle(int(text, base))

c = Circle.unit()
print(c.describe())
c.size = 10
print(c.size, c.area())
Circle.colour = "red"
print(c.colour)
try:
    c.nothing
except AttributeError as e:
    print(e)


class Slim:
    __slots__ = ("x", "y")


s = Slim()
s.x = 3
s.y = [1]
del s.x
