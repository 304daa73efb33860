# What streams in memory and formats of struct take, and where sys.flags tells of the lock.
import io
import struct
import sys

print(sys.getsizeof(io.StringIO()), sys.getsizeof(io.StringIO("abc")), sys.getsizeof(io.BytesIO()))
for f in "", "i", "iiq3s", "2i", "x3x", "0i", "0s", ">hhl", "?5p":
    print(f, sys.getsizeof(struct.Struct(f)), struct.Struct(f).__sizeof__())
print(hasattr(sys.flags, "gil"), len(sys.flags), sys.flags.n_fields, sys.flags.n_sequence_fields)
print(getattr(sys.flags, "gil", None), "gil" in repr(sys.flags), "gil" in dir(sys.flags))
