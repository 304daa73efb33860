class C:
    def f(self):
        return self.g()
    def g(self):
        return 1 / 0
C().f()
