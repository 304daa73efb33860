# A class derived from int.
class Money(int):
    def __new__(cls, n, currency="EUR"):
        self = super().__new__(cls, n)
        self.currency = currency
        return self
    def __repr__(self): return f"{int(self)} {self.currency}"
    def __add__(self, o): return Money(int(self) + int(o), self.currency)


m = Money(5)
print(m, m + 3, m + m, m * 2, 3 + m, m == 5, hash(m) == hash(5), isinstance(m, int), m.__dict__, {5: "five"}[m], m < 6, -m, type(-m))
