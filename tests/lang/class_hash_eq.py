# A class that defines __eq__ and __hash__ as a dict's key.
class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return self.n % 8

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n


d = {Key(1): "one"}
d[Key(9)] = "nine"
print(len(d), d[Key(1)])
