# Slices of lists, strings, tuples, bytes and ranges.
a = [0, 1, 2, 3, 4, 5]
print(a[1:4], a[:2], a[4:], a[:], a[-2:], a[:-2], a[2:-2])
print(a[::2], a[1::2], a[::-1], a[4:1:-1], a[10:], a[:100], a[-100:2], a[3:1])
print("abcdef"[1:4], "abcdef"[::-1], "abcdef"[-3:], "abcdef"[5:0:-2])
print((0, 1, 2, 3)[1:3], b"abcdef"[2:4], range(10)[2:8:2], range(10)[::-1])
print(a[None:None], a[True:3], "héllo"[1:3])
s = slice(1, 5, 2)
print(a[s], s, s.start, s.stop, s.step, slice(3), slice(None, 2))
print(s.indices(4), slice(None, None, -1).indices(5), s == slice(1, 5, 2))
