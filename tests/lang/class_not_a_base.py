# test: stderr=last
class A(bool): pass
