# A class derived from list.
class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
    def __getitem__(self, i):
        print("getitem", i)
        return super().__getitem__(i)


s = Stack([1, 2])
s.push(3)
s.name = "s"
print(s, s.peek(), len(s), s.pop(), list(s), s == [1, 2], s + [9], type(s + [9]), s.__dict__, 2 in s, sorted(s, reverse=True))
