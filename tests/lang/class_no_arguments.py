# test: stderr=last
class C: pass
C(1)
