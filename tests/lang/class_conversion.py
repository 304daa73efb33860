# int, float, index, bool, str, repr, format, bytes, hash, round.
class N:
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __index__(self): return 4
    def __bool__(self): return False
    def __str__(self): return "str of N"
    def __repr__(self): return "repr of N"
    def __format__(self, spec): return f"<{spec}>"
    def __hash__(self): return 12345
    def __round__(self, n=None): return ("round", n)


n = N()
print(int(n), float(n), hex(n), [0, 1, 2, 3, 4, 5][n], bool(n), not n, str(n), repr(n), f"{n} {n!r} {n:>5}", "%s %r" % (n, n))
print(hash(n), round(n), round(n, 2), "x" * n, list(range(n)), {n: 1}, [n], format(n, "abc"))
