"""super() means next in line

super() does not mean "my base class". It means: whoever comes next, behind this
class, in the order of the object's own class.

So a method can hand on to a class that its author never heard of.
"""
# pyviz: view mro
# %% Four classes
class Base:
    def greet(self):
        return ["Base"]

class Left(Base):
    def greet(self):
        return ["Left"] + super().greet()

class Right(Base):
    def greet(self):
        return ["Right"] + super().greet()

# The order puts Right between Left and Base.
class Both(Left, Right):
    def greet(self):
        return ["Both"] + super().greet()

# %% A Left alone
# The object is a Left: behind Left comes Base.
print(Left().greet())

# %% A Left that is a Both
# The same method of Left runs, but the object is a Both. Watch what super()
# finds behind Left now: Right, a sibling, not Base.
print(Both().greet())

# %% Two arguments
# super() reads the class from the method and the object from its first
# parameter. Written out, one can start anywhere in the order.
both = Both()
print(super(Right, both).greet())
