# property, classmethod and staticmethod.
class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.degrees = (value - 32) * 5 / 9

    @classmethod
    def boiling(cls):
        return cls(100)

    @staticmethod
    def name():
        return "Celsius"


c = Celsius.boiling()
print(c.fahrenheit, Celsius.name())
c.fahrenheit = 50
print(c.degrees)
