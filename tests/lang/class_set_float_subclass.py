# Classes derived from set, frozenset, float.
class S(set):
    def add(self, x): super().add(x * 2)


class F(frozenset): pass
class R(float):
    def __str__(self): return "R" + float.__repr__(self)


s = S([1])
s.add(5)
print(sorted(s), len(s), s | {7} == {1, 10, 7}, F([1, 2]) == {1, 2}, R(2.5), R(1) + 1, type(R(1) + 1), R("2") == 2)
