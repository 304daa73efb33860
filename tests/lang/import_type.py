import sys
M = type(sys)
print(M, M.__name__, M.__module__)
m = M("made", "by hand")
print(m, m.__name__, m.__doc__, m.__spec__, m.__dict__.keys())
m.x = 1
print(m.x, dir(m), repr(m))
try:
    m.y
except AttributeError as e:
    print(e, e.name, e.obj is m)
try:
    M()
except TypeError as e:
    print(e)
try:
    M(1)
except TypeError as e:
    print(e)
class Sub(M):
    kind = "subclass"
    def __repr__(self):
        return "Sub " + self.__name__
s = Sub("s")
print(s, s.kind)
m.__getattr__ = lambda name: name * 2
print(m.anything)
m.__dir__ = lambda: ["b", "a"]
print(dir(m))
