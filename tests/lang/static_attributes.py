# __static_attributes__ (3.13): the names that code inside a class assigns to self.
class Family:
    def __init__(self):
        self.zoe = 1
        self.adam = 2
        self.mia = 3
        self.u += 1
        with 1 as self.w: pass
        try: pass
        except Exception: self.ex = 1
        self.__priv = 3
        for self.lo in []: pass
        self.ann: int = 3
        self.ann2: int
        [1 for self.comp in []]
        def inner(self): self.inn = 1
        lambda: [0 for self.lam in ()]
        self.a.b = 1
        del self.dele
        class Inner:
            self.cls = 3
            def k(self): self.inner_k = 1
        if 0: self.unreach = 1
        return
        self.afterret = 1
    def h(this): this.nope = 1
    x = 1
print(getattr(Family, "__static_attributes__", None))
