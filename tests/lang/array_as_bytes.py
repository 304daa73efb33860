# Arrays where bytes are asked for.
import hashlib
import io
import struct
from array import array

small, wide = array("b", [1, 2]), array("h", [0x101, 0x202])
print(bytearray(small), bytearray(wide), bytes(array("f", [1, 2.5])))
print(b"12" + wide, b"\x01\x02" + small, small in b"\x01\x02\x03", array("b", [3, 1]) in b"\x01\x02\x03")
print(b"abc\x01\x02".find(small), b"\x01\x02c".startswith(b"\x01"), b"".join([small, b"-", wide]))
print(str(array("B", b"h\xc3\xa9"), "utf-8"), str(array("B", b"a\xffb"), "ascii", "replace"))
print(struct.unpack_from("<h", wide, 2), hashlib.md5(wide).hexdigest() == hashlib.md5(wide.tobytes()).hexdigest())
out = io.BytesIO()
print(out.write(wide), out.getvalue())
print(int.from_bytes(small, "big"), bytes(memoryview(wide)[1:]), memoryview(wide).tolist())
data = bytearray(b"------")
data[1:3] = small
data += wide
print(data)
wide.append(7)
print(wide, small == array("b", b"\x01\x02"), bytes(wide) == wide.tobytes())
