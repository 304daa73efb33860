# Bases without a consistent order.
# test: stderr=last
class A: pass
class B(A): pass
class C(A, B): pass
