# Comparison, reflected, and NotImplemented.
class N:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        print("lt", self.v)
        return self.v < o.v if isinstance(o, N) else NotImplemented
    def __le__(self, o): return self.v <= o.v
    def __eq__(self, o): return isinstance(o, N) and self.v == o.v
    def __hash__(self): return hash(self.v)


class M(N):
    def __gt__(self, o):
        print("gt of M")
        return self.v > o.v


print(N(1) < N(2), N(2) > N(1), N(1) <= N(1), N(1) == N(1), N(1) != N(2), N(1) < M(2), N(1) == 1)
print(sorted([N(3), N(1), N(2)], key=lambda n: n)[0].v, max(N(1), N(5)).v)
print(N(1) < 1)
