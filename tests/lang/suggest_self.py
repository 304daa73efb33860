class N:
    def __init__(self): self.blech = 1
    def foo(self): return blech
N().foo()
