# Binary operators, reflected ones, in-place ones.
class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"V({self.v})"
    def __add__(self, o): return V(self.v + (o.v if isinstance(o, V) else o))
    def __radd__(self, o): return V(o + self.v)
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return ("rsub", o)
    def __mul__(self, o): return V(self.v * o)
    def __iadd__(self, o):
        print("iadd")
        self.v += o
        return self
    def __pow__(self, o, mod=None): return ("pow", o, mod)
    def __rpow__(self, o): return ("rpow", o)
    def __divmod__(self, o): return (self.v // o, self.v % o)
    def __floordiv__(self, o): return self.v // o
    def __mod__(self, o): return self.v % o
    def __truediv__(self, o): return self.v / o
    def __matmul__(self, o): return "matmul"
    def __lshift__(self, o): return "<<"
    def __rshift__(self, o): return ">>"
    def __and__(self, o): return "&"
    def __or__(self, o): return "|"
    def __xor__(self, o): return "^"
    def __neg__(self): return V(-self.v)
    def __pos__(self): return "+"
    def __invert__(self): return "~"
    def __abs__(self): return abs(self.v)


v = V(7)
print(v + 1, 1 + v, v + v, 5 - v, v * 3, v ** 2, pow(v, 2, 5), 2 ** v, divmod(v, 2), v // 2, v % 4, v / 2)
print(v @ 1, v << 1, v >> 1, v & 1, v | 1, v ^ 1, -v, +v, ~v, abs(-v), sum([V(1), V(2)]))
w = v
v += 1
v *= 2
print(v, w)
print(v - 1)
