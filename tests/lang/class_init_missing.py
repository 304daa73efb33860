class C:
    def __init__(self, x, y): pass
C(1)
