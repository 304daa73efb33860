# A container: len, getitem, setitem, delitem, contains, iter, reversed.
class Box:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __contains__(self, v):
        print("contains", v)
        return v in self.items
    def __iter__(self): return iter(self.items)
    def __reversed__(self): return "reversed"


b = Box(1, 2, 3)
b[0] = 10
del b[1]
print(len(b), b[0], b[-1], b[0:1], 3 in b, 4 not in b, list(b), bool(b), bool(Box()), reversed(b), tuple(b), [*b])
