"""Enums with classes in them, and how members are taken apart."""
import enum, pickle, pickletools
class E(enum.Enum):
    X = 1
    class Z: pass
class F(enum.IntFlag):
    A=1; B=2
class I(enum.IntEnum): A=1
class S(enum.StrEnum): A="a"
class T(str, enum.Enum): A="a"
import copy
for m in (E.X, F.A, F.A|F.B, I.A, S.A, T.A):
    print(m.__reduce_ex__(0), m.__reduce_ex__(2), m.__reduce_ex__(4))
    print(pickle.loads(pickle.dumps(m)) , copy.copy(m) is m, copy.deepcopy(m) is m)
    for p in range(6): print(pickle.dumps(m, p))
