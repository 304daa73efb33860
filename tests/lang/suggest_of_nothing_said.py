class B:
    def __init__(self): self.colour = 1
    def __getattr__(self, n): raise AttributeError
B().color
