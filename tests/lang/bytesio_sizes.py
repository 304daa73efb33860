# What a BytesIO takes: its buffer grows, and is shared with whoever holds what it gave.
import io
import sys
for n in (1, 5, 100, 1000):
    b = io.BytesIO(b'x' * n); print(n, sys.getsizeof(b))
    b.read(); b.seek(0, 2); b.write(b'y'); print(n, sys.getsizeof(b))
    b.write(b'y' * 1000); print(n, sys.getsizeof(b))
    v = b.getvalue(); print(n, sys.getsizeof(b))
    s = io.StringIO('x' * n); print(n, sys.getsizeof(s)); s.write('abc'); print(sys.getsizeof(s)); s.getvalue(); print(sys.getsizeof(s))
b = io.BytesIO(); print(sys.getsizeof(b)); b.write(b'abc'); print(sys.getsizeof(b)); b.truncate(0); print(sys.getsizeof(b)); b.close()
b = io.BytesIO(bytearray(b'abc')); print(sys.getsizeof(b)); m = b.getbuffer(); print(sys.getsizeof(b))
