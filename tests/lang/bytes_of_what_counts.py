class A:
    def __index__(self): return None
class B(A):
    def __iter__(self): return iter([1, 2])
class C:
    def __index__(self): return -1
class D:
    def __index__(self): raise KeyError(1)
class E:
    def __index__(self): return 2**70
for k in (bytes, bytearray):
    for c in (A, B, C, D, E):
        try: print(k(c()))
        except Exception as e: print(type(e).__name__, e)
