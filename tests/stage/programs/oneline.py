"""Several statements on a line"""
# A class with short methods.
class Vector:
    def __init__(self, x, y): self.x, self.y = x, y
    # How two are added.
    def __add__(self, other): return Vector(self.x + other.x, self.y + other.y)


a = Vector(1, 2); b = Vector(3, 4)
c = a + b
# All that is left is a loop.
for v in (a, c): print(v.x); v.x = 0
while b.y > 3: b.y -= 1
if b.y: print("y", 1 if c else 2); d = {"k: v; w": 1}
