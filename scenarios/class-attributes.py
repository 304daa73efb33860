"""Where an attribute is found

A class is an object, with a dict of names. An attribute of an instance is sought
in the classes of its order, and in the instance itself.

Who comes first? A property, or whatever else takes part in assignments; then what
the instance has itself; then what the class has, a method bound to the instance.
"""
# pyviz: view class
# %% A class is an object
# The names that the body binds become the __dict__ of the class, in their order.
class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def describe(self):
        return self.name

    @property
    def kind(self):
        return "shape"

    @staticmethod
    def plain(text):
        return Shape(text)

# %% Sought on an instance
s = Shape("square")
# No class has this name: it is the instance's own.
print(s.name)
# The instance has no sides, so those of the class are found.
print(s.sides)
# A function of the class comes as a method, bound to the instance.
print(s.describe())
# A property is called.
print(s.kind)

# %% Who comes first
# What the instance has itself hides a value of the class.
s.sides = 4
print(s.sides, Shape.sides)
# A property comes before the instance's own names, so nobody can hide it.
try:
    s.kind = "square"
except AttributeError:
    print("kind cannot be set")

# %% A subclass
# Its dict has only what its own body binds. All else is found further behind.
class Square(Shape):
    sides = 4

    def describe(self):
        return "a " + super().describe()

q = Square("q")
print(q.describe(), q.sides)

# %% The class changes
# Whoever looks from now on finds it: instances have no copies of their classes.
Shape.colour = "red"
print(q.colour)
# What is gone from one class is found in the next.
del Square.sides
print(q.sides)
