class C:
    def __iter__(self): return 1
iter(C())
