# f(**o) asks o for its keys as any attribute is asked for; what goes wrong meanwhile is taken for what it looks like.
class B:
    def __getattr__(self, n):
        print("ga", n)
        raise AttributeError(n)
class I:
    def __getitem__(self, k): return k * 2

i = I()
i.keys = lambda: ["a", "b"]
class K:
    def keys(self): raise AttributeError("mine")
class L:
    def keys(self): raise KeyError("mine")
class G:
    def keys(self): return ["x"]
    def __getitem__(self, k): raise AttributeError("of getitem")
class N:
    def keys(self): return 5
class M(type):
    def keys(cls): return "ab"
    def __getitem__(cls, k): return k
class C(metaclass=M): pass
def f(**k): return k
for o in B(), i, K(), L(), G(), N(), C, 5, None, {1: 2}:
    for g in (lambda: f(**o), lambda: dict(**o), lambda: f(z=1, **o), lambda: {**o}, lambda: f(**{"a": 1}, **o)):
        try:
            print(g())
        except Exception as e:
            print(type(e).__name__, e, e.__context__)
