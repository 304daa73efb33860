# Streams in memory: writing nothing behind the end, reading into arrays, sizes that are like ints; acosh of nan.
import array
import cmath
import io


class Two:
    def __index__(self):
        return 2


for make, nothing, more in (io.BytesIO, b"", b"xy"), (io.StringIO, "", "xy"):
    stream = make(more * 2)
    print(stream.seek(6), stream.write(nothing), repr(stream.getvalue()), stream.write(more), repr(stream.getvalue()))
stream = io.BytesIO(b"abc\ndef\nghi")
print(stream.readline(Two()), stream.readline(None), stream.readline(0), stream.readlines())
stream.seek(0)
room = array.array("b", bytes(4))
print(stream.readinto(room), room, stream.readinto(bytearray(2)), stream.tell())
view = memoryview(bytearray(20))
print(stream.readinto(view[3:]), bytes(view))
for z in complex(0, float("nan")), complex(-0.0, float("nan")), complex(1, float("nan")), complex(float("inf"), 1):
    print(cmath.acosh(z))
