# Without __iter__, indexing until IndexError.
class Squares:
    def __getitem__(self, i):
        if i > 4:
            raise IndexError(i)
        return i * i


print(list(Squares()), 9 in Squares(), 5 in Squares(), max(Squares()))
a, b, *c = Squares()
print(a, b, c)
