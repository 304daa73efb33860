# What a view shows, as bytes: contiguous or not, of one item or none; a new object each time.
b = bytes(range(20))
v = memoryview(b)
for w in (v, v[3:9], v[::2], v[::-1], v[5:6], v[5:5], v[18:2:-3], v[4:8].cast("H"), v.cast("I")[1:3], v[::5][1:2], memoryview(bytearray(b))[2:4], memoryview(b"")):
    print(w.tobytes(), bytes(w), w.hex(), w.tolist(), w.tobytes() is w.tobytes(), bytes(w) is bytes(w))
