# What the standard streams are, and which encoding a file says it has.
import io
import os
import sys
import tempfile
from abc import ABC
from pathlib import Path


class Stream(ABC):
    pass


Stream.register(io.IOBase)
path = os.path.join(tempfile.mkdtemp(), "a.txt")
for stream in sys.stdin, sys.stdout, sys.stderr, io.StringIO(), io.BytesIO(), open(path, "w"):
    print([isinstance(stream, cls) for cls in (io.IOBase, io.TextIOBase, io.TextIOWrapper, io.StringIO, Stream, str)],
          issubclass(type(stream), io.IOBase), issubclass(type(stream), Stream))
with open(path, "w") as f:
    print(repr(f).replace(path, "PATH"), f.encoding)
with open(path, encoding="utf-8") as f:
    print(repr(f).replace(path, "PATH"), f.encoding)
with open(path, encoding="latin-1") as f, open(path, "rb") as g, Path(path).open() as h:
    print(f.encoding, io.TextIOWrapper(g).encoding, h.encoding, sys.stdout.encoding)
