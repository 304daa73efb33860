# test: stderr=last
class A: pass
class B(A, A): pass
