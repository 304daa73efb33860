# Operators through special methods.
class Vector:
    def __init__(self, *items):
        self.items = items

    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.items, other.items)])

    def __mul__(self, n):
        return Vector(*[a * n for a in self.items])

    __rmul__ = __mul__

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __str__(self):
        return "<%s>" % ", ".join(map(str, self.items))


v = Vector(1, 2) + Vector(3, 4)
print(v, 2 * v, len(v), v[-1], list(v), 6 in v, bool(Vector()))
