# Instances that can be called.
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, *args, scale=1, **kw): return (sum(args) + self.n) * scale, kw


a = Adder(10)
print(a(1, 2), a(scale=2), a(*[1, 2], **{"scale": 3, "z": 0}), callable(a), callable(Adder), callable(1))
print(list(map(a, [1, 2])))
