# array and memoryview: shared memory, and arrays that cannot grow meanwhile.
from array import array
import sys, struct, io
a = array("i", [1, 2, 3]); m = memoryview(a)
print(m[0], m.format, m.nbytes, m.itemsize, m.tolist(), len(m), m.obj is a, m.readonly, m.shape, m.contiguous)
m[0] = 100; print(a, a[0]); a[1] = 7; print(m.tolist(), m[1:].tolist(), m[::-1].tolist(), m[::2].tolist())
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: a.append(4), lambda: a.extend([1]), lambda: a.pop(), lambda: a.insert(0, 1), lambda: a.remove(3), lambda: a.fromlist([1]), lambda: a.frombytes(b"1234"), lambda: a.__delitem__(0), lambda: a.__imul__(2), lambda: a.extend([])): show(f)
print(a, a[0:2], a == array("i", [100, 7, 3]), a < array("i", [101]), 7 in a, a.index(3), a.count(7), a + a, a * 2, list(a), a.tolist(), a.tobytes(), sys.getsizeof(a) == sys.getsizeof(array("i", [1, 2, 3])))
a.reverse(); print(m.tolist()); a[0:2] = array("i", [8, 9]); print(m.tolist()); a.byteswap(); print(m.tolist()); a.byteswap()
m.release(); a.append(5); print(a); show(lambda: m[0])
with memoryview(a) as v:
    b = v.cast("B"); print(len(b), b[:8].tolist(), bytes(b[:4])); b[0] = 255; print(a); b.release()
    show(lambda: a.append(1))
a.append(6); print(a)
d = array("d", [1.5, 2.5]); mv = memoryview(d); mv[1] = 9.25; print(d, mv.format, mv.nbytes, mv == d, mv.tobytes() == d.tobytes()); s = mv[0:1]; del mv; show(lambda: d.append(1.0)); del s; d.append(1.0); print(d)
show(lambda: memoryview(d).__setitem__(0, "x")); show(lambda: memoryview(array("b", [1])).__setitem__(0, 300)); show(lambda: memoryview(a)[10]); print(hash(memoryview(b"ab")) == hash(b"ab")); show(lambda: memoryview([1])); show(lambda: memoryview("s"))
big = array("h", range(10)); v = memoryview(big); part = v[2:8:2]; part[0] = -1; print(big, part.tolist(), part.strides, v.strides)
print(bytes(array("B", b"hey")), bytearray(array("B", b"hey")), memoryview(array("B", b"hey")).tobytes(), list(memoryview(array("f", [0.5]))))
