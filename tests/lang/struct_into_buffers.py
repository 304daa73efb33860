# pack_into writes plain and other values; an empty string still takes a value; P has a range.
import struct

buffer = bytearray(16)
struct.pack_into("=Bf", buffer, 3, 7, 0.5)
struct.pack_into(">h2s", buffer, -4, -2, b"ok")
print(bytes(buffer), struct.unpack_from("=Bf", buffer, 3))
print(struct.pack("0s", b"gone"), struct.pack("0i"))
for format, values in (("0s", (1,)), ("P", (1 << 70,)), ("P", (-1 << 63,)), ("0s", ())):
    try:
        print(struct.pack(format, *values))
    except struct.error as e:
        print(e)
