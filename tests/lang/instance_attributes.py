# shared keys as a lesson
import sys
class Student:
    school = "Main"
    def __init__(self, name, grade=None):
        self.name = name
        if grade is not None:
            self.grade = grade
s = [Student("a", 1), Student("b"), Student("c", 3)]
for x in s: print(x.__dict__, sys.getsizeof(x.__dict__), sys.getsizeof(x))
s[1].grade = 5; s[1].nick = "bb"
print(vars(s[1]), [k for k in vars(s[0])], list(s[0].__dict__.items()))
del s[0].name
print(s[0].__dict__, hasattr(s[0], "name"))
try: s[0].name
except AttributeError as e: print(e)
try: del s[0].name
except AttributeError as e: print(e)
s[0].name = "again"; print(s[0].__dict__)
for k, v in vars(s[2]).items(): print(k, v)
print(s[2].__dict__.pop("grade"), vars(s[2]), getattr(s[2], "grade", "none"))
s[2].__dict__.update(a=1, b=2); print(s[2].a, vars(s[2]))
s[2].__dict__["not an identifier"] = 3; print(getattr(s[2], "not an identifier"))
s[2].__dict__[5] = "five"; print(vars(s[2]), sys.getsizeof(vars(s[2])))
s[2].later = 1; print(vars(s[2]))
c = Student.__new__(Student); print(vars(c)); c.__dict__.update(vars(s[0])); print(c.name, c.grade, vars(c) == vars(s[0]), vars(c) is vars(s[0]))
c.__dict__ = s[0].__dict__; c.shared = True; print(s[0].shared, c.__dict__ is s[0].__dict__)
print(Student.school, s[0].school, "school" in vars(s[0])); s[0].school = "Mine"; print(Student.school, s[0].school, s[1].school); del s[0].school; print(s[0].school)
def everything(o): return {n: getattr(o, n) for n in dir(o) if not n.startswith("__")}
print(everything(s[1]))
class P:
    def __init__(self): self.a = 1
    def __eq__(self, o): return self.__dict__ == o.__dict__
    def __repr__(self): return f"P({', '.join(f'{k}={v}' for k, v in self.__dict__.items())})"
p, q = P(), P(); print(p == q, p); q.b = 2; print(p == q, q); p.b = 2; print(p == q)
p.__dict__.clear(); print(p, hasattr(p, "a")); p.z = 1; print(p)
big = P()
for i in range(40): setattr(big, f"f{i}", i)
print(sys.getsizeof(big.__dict__), len(vars(big)), big.f39, sys.getsizeof(P().__dict__)); del big.f0; big.f0 = "new"; print(list(vars(big))[-1])
class Config:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __getitem__(self, k): return self.__dict__[k]
    def __contains__(self, k): return k in self.__dict__
    def __iter__(self): return iter(self.__dict__)
    def __len__(self): return len(self.__dict__)
cf = Config(a=1, b=[2]); print(cf["a"], "b" in cf, list(cf), len(cf), {**vars(cf)}, sorted(vars(cf)))
class Borg:
    state = {}
    def __init__(self): self.__dict__ = self.state
x, y = Borg(), Borg(); x.v = 1; print(y.v, x is y, vars(y), sys.getrefcount(Borg.state))
class W:
    def __init__(self, o): self.__dict__["o"] = o
    def __getattr__(self, n): return getattr(self.__dict__["o"], n)
    def __setattr__(self, n, v): setattr(self.o, n, v)
w = W(P()); w.new = 3; print(w.a, w.new, vars(w))
import types
n = types.SimpleNamespace(a=1); n.b = 2; print(n, n.__dict__)
