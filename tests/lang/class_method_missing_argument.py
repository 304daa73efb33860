class C:
    def f(self, a): return a
print(C.f(None, 1))
C().f()
