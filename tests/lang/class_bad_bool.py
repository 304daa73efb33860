class C:
    def __bool__(self): return 1
bool(C())
