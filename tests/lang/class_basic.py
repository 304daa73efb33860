# A class with attributes and methods.
class Point:
    dimensions = 2

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def move(self, dx, dy=0):
        return Point(self.x + dx, self.y + dy)


p = Point(1, 2)
q = p.move(3)
print(p, q, p == Point(1, 2), p != q, Point.dimensions, q.dimensions)
p.name = "p"
print(p.__dict__, type(p), isinstance(p, Point), p.__class__.__name__)
