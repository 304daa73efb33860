# Data and non-data descriptors against the instance dict.
class Data:
    def __get__(self, o, t): return "data"
    def __set__(self, o, v): print("set", v)


class NonData:
    def __get__(self, o, t): return "nondata", o is None, t.__name__


class C:
    d = Data()
    n = NonData()


c = C()
c.__dict__["d"] = 1
print(c.d, c.n, C.n)
c.n = 5
c.d = 6
print(c.n, c.d, c.__dict__)
