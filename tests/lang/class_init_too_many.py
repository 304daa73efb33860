class C:
    def __init__(self, x): pass
C(1, 2)
