# sorted() of instances through __lt__; total order by key.
class P:
    def __init__(self, n, a): self.n, self.a = n, a
    def __lt__(self, o): return self.a < o.a
    def __repr__(self): return self.n


people = [P("x", 3), P("y", 1), P("z", 2)]
print(sorted(people), min(people), max(people), sorted(people, key=lambda p: p.n))
