class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    @property
    def square(self):
        return self.x * self.x + self.y * self.y


at, step, total = Vector(0, 0), Vector(1, 2), 0
for i in range(100000):
    at = at.plus(step)
    total += at.square % 7
print(at.x, at.y, total)
