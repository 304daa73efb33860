# An iterator class.
class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
    def __length_hint__(self): return self.n - self.i


print(list(Count(4)), sum(Count(10)), [x for x in Count(3)], dict(zip("ab", Count(9))))
for x in Count(2):
    print(x)
print(next(Count(0), "none left"))
