# More functions in C whose names of keywords are made into a tuple at the first call that gives
# some (3.11), counted where no tuple of that size waits to be used again.
import gc
import itertools

gc.disable()
count = gc.get_count

gc.collect()
a = count()
int.from_bytes(bytes=b"a", byteorder="big")
b = count()
int.from_bytes(bytes=b"a", byteorder="big")
print(b[0] - a[0], count()[0] - b[0])

gc.collect()
a = count()
(5).to_bytes(length=2, byteorder="big")
b = count()
(5).to_bytes(length=2, byteorder="big")
print(b[0] - a[0], count()[0] - b[0])

gc.collect()
a = count()
bytes("a", encoding="utf8")
b = count()
bytes("a", encoding="utf8")
print(b[0] - a[0], count()[0] - b[0])

gc.collect()
a = count()
bytearray("a", encoding="utf8")
b = count()
bytearray("a", encoding="utf8")
print(b[0] - a[0], count()[0] - b[0])

gc.collect()
a = count()
str(b"a", encoding="utf8")
b = count()
str(b"a", encoding="utf8")
print(b[0] - a[0], count()[0] - b[0])

gc.collect()
a = count()
itertools.accumulate([], initial=3)
b = count()
itertools.accumulate([], initial=3)
print(b[0] - a[0], count()[0] - b[0])
