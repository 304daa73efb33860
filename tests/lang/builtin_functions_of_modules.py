"""What CPython has in C looks like that: types, names, where it is bound, what it says of arguments."""
import binascii
import datetime
import decimal
import hashlib
import io
import os
import stat
import struct
import time
import zlib


def tell(function, *args, **named):
    try:
        function(*args, **named)
    except Exception as error:
        print(type(error).__name__, error)


for function in (time.gmtime, time.mktime, time.strftime, struct.pack, binascii.crc32, zlib.compress, os.getcwd,
                 os.listdir, hashlib.sha256, stat.S_ISDIR, datetime.date.today, datetime.datetime.now):
    print(type(function).__name__, function.__name__, function.__qualname__, function.__module__)
print(len.__self__, time.time.__self__, time.gmtime, hashlib.md5)
print(io.BytesIO.write, io.StringIO.getvalue, datetime.date.isoformat, decimal.Decimal.sqrt, struct.Struct.pack)
print(datetime.date.__dict__["today"], datetime.timedelta.total_seconds, io.BytesIO.seekable.__name__)

stream = io.BytesIO(b"ab\ncd")
print(str(stream.write)[:41], stream.write.__self__ is stream, stream.write == stream.write, stream.write.__qualname__)


class Clock:
    text = time.ctime       # no method: nothing is bound
    now = datetime.datetime.now


print(type(Clock().text()), type(Clock().now()))


class Loud(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


loud = Loud()
print("hello", file=loud)
print(repr(loud.getvalue()), list(map(datetime.date.isoformat, [datetime.date(2024, 2, 3)])))

for name in "gmtime localtime ctime strftime mktime asctime sleep time time_ns monotonic get_clock_info".split():
    for args in ("x",), (1, 2, 3), ((1, 2),), ([],):
        tell(getattr(time, name), *args)
tell(time.strftime)
tell(time.strftime, None)
tell(time.get_clock_info, None)
tell(time.mktime)
tell(time.gmtime, secs=3)
tell(time.sleep, secs=3)

for name in "read readline readlines seek tell truncate getvalue writelines readinto close write read1".split():
    for args in (), ("x",), (None,), (1,), ([1],), (b"a", b"b", 3, 4):
        if args or name not in ("close", "getvalue"):
            tell(getattr(stream, name), *args)
tell(stream.write, b=b"a")
tell(io.BytesIO.write)
tell(io.BytesIO.write, 3)
tell(io.BytesIO.write, io.StringIO(), b"x")
tell(datetime.date.isoformat, 3)
tell(datetime.date(2024, 1, 1).isoformat, 3)
tell(datetime.date(2024, 1, 1).strftime)
tell(datetime.date.today, 3)
tell(stat.S_ISDIR)
tell(stat.S_ISDIR, "x")
tell(binascii.crc32)
tell(zlib.crc32)
tell(zlib.compress, b"", 1, 2, 3, 4)
tell(zlib.compress, b"", nothing=1)
tell(struct.calcsize)
tell(struct.unpack, "i")
tell(struct.iter_unpack, 1, 2, 3)
tell(os.getcwd, 1)
tell(os.listdir, 1, 2)
tell(os.mkdir)
tell(os.mkdir, "a", nothing=1)
tell(hashlib.sha256, 1, 2)
tell(hashlib.sha256(b"").digest, 1)
tell(hashlib.sha256(b"").update)
