# test: stderr=last
class A(int, str): pass
