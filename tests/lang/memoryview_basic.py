def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


data = bytearray(b"abcdefgh")
m = memoryview(data)
print(m[0], m[-1], len(m), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly, m.contiguous)
print(m[2:5].tobytes(), m[::2].tolist(), m[::-1].tobytes(), m.hex(), m.obj is data, list(m[:3]))
m[0] = 65
m[1:3] = b"XY"
m[3:5] = bytearray(b"zw")
print(data, m == data, m == b"AXYzwfgh", m[:2] == b"AX", m != b"x", m == "no")
t(lambda: data.append(1))
t(lambda: data.extend(b"abc"))
t(lambda: data.pop())
t(lambda: data.clear())
data[0] = 97
print(data, m[0])
m.release()
data.append(1)
print(data)
t(lambda: m[0])
t(lambda: len(m))
print(m == m, repr(m).startswith("<released memory at"))
with memoryview(b"bytes") as v:
    print(v.readonly, hash(v) == hash(b"bytes"), v.tobytes(), b"".join([v, v]), bytes(v), bytearray(v), v.tolist())
    t(lambda: v.__setitem__(0, 1))
t(lambda: v.tobytes())
w = memoryview(bytearray(8))
i = w.cast("i")
print(len(i), i.format, i.itemsize, i.shape)
i[0] = -2
i[1] = 2 ** 31 - 1
print(i.tolist(), w.tolist(), w.cast("H").tolist(), w.cast("b")[0], i == [1], w.cast("c")[0], w.cast("d").format)
for f in (lambda: i.__setitem__(0, 2 ** 31), lambda: w.__setitem__(0, 256), lambda: w.__setitem__(0, "a"), lambda: w[8],
          lambda: w["a"], lambda: memoryview("text"), lambda: memoryview(5), lambda: w.cast("x"), lambda: w[:3].cast("i"),
          lambda: i.cast("h"), lambda: w.__setitem__(slice(0, 2), b"abc"), lambda: hash(w), lambda: w.__delitem__(0),
          lambda: w[::2].cast("H"), lambda: w < w):
    t(f)
print(w.toreadonly().readonly, memoryview(w).obj is w.obj, 5 in memoryview(b"\x05"), sum(memoryview(b"\x01\x02")))
q = bytearray(b"0123456789")
view = memoryview(q)
part = view[2:6]
part[:] = b"ABCD"
print(q, part[1:][1:].tobytes())
del view, part
q.append(33)
print(q, b"abc".find(memoryview(b"c")), b"xabc".startswith(memoryview(b"xa")), bytearray(memoryview(b"xy")[::-1]))
match memoryview(b"ab"):
    case [a, b]:
        print(a, b)
d = memoryview(bytearray(16)).cast("d")
d[0] = 1.5
d[1] = 2
print(d.tolist(), d.nbytes)
