"""Sizes that no memory could hold."""
import sys
for f in (lambda: [0] * sys.maxsize, lambda: [0, 1] * sys.maxsize, lambda: (0,) * sys.maxsize, lambda: (0, 1) * sys.maxsize, lambda: "a" * sys.maxsize, lambda: "ab" * sys.maxsize,lambda: b"a" * sys.maxsize, lambda: bytearray(b"a") * sys.maxsize, lambda: sys.maxsize * [0], lambda: "%*d" % (sys.maxsize, 1), lambda: "x".ljust(sys.maxsize), lambda: "x".zfill(sys.maxsize), lambda: bytes(sys.maxsize), lambda: bytearray(sys.maxsize), lambda: f"{1:{sys.maxsize}}", lambda: [0] * (sys.maxsize // 8), lambda: list(range(sys.maxsize)), lambda: "\t".expandtabs(sys.maxsize), lambda: 1 << sys.maxsize, lambda: 1 << (sys.maxsize + 1), lambda: range(sys.maxsize + 5).__len__(), lambda: "a,".join(["x"] * 3) * (sys.maxsize // 2)):
    try:
        f()
        print("fine")
    except BaseException as e: print(type(e).__name__, e)
l = [0]
try:
    l *= sys.maxsize
except BaseException as e: print(type(e).__name__, e)
t = (0,)
try:
    t *= sys.maxsize
except BaseException as e: print(type(e).__name__, e)
