from enum import Flag, IntFlag, auto, KEEP, CONFORM, EJECT, STRICT, FlagBoundary
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0
print(list(P), len(P), P.RW, repr(P.RW), P.R | P.X, repr(P.R | P.X), repr(P(0)), str(P.NONE), P(5))
print(P.R in P.RW, P.X in P.RW, P.RW & P.R, P.RW ^ P.R, ~P.R, ~P.RW, bool(P.NONE), bool(P.R & P.W), P.R & P.W)
print(list(P.R | P.X), len(P.R | P.X), (P.R | P.X).value, (P.R | P.X).name, P(7), P["RW"], (P.R | P.W) is P.RW)
print(P.__members__)
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for f in (lambda: P(-1), lambda: P("x"), lambda: P.R | 1, lambda: 3 in P.R, lambda: P.R < P.W):
    attempt(f)
class I(IntFlag):
    A = 1
    B = 2
    D = 8
print(I.A | I.B, repr(I.A | I.B), repr(I.A | 16), I(3), I.A + 1, repr(I(0)), str(I(0)), repr(~I.A), I.A | 4, isinstance(I.A | I.B, I), repr(I(-1)))
print(I.A == 1, I.A & 3, repr(I.A & 3), repr(I.A ^ 9), f"{I.D:04b}", list(I(11)), repr(1 | I.B), repr(I(4)))
class Conf(Flag, boundary=CONFORM):
    A = 1
    B = 2
class Ej(IntFlag, boundary=EJECT):
    A = 1
    B = 2
class Ke(Flag, boundary=KEEP):
    A = 1
    B = 2
print(repr(Conf(7)), repr(Ej(7)), type(Ej(7)), repr(Ke(7)), str(Ke(9)), Ke(4))
class Un(Flag):
    B = 4
    A = 1
print(list(Un), Un.A | Un.B, list(Un.A | Un.B))
print(list(FlagBoundary), STRICT)
