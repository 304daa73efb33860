# Small things that programs ask of json, io, codecs, time and atexit.
import atexit
import codecs
import io
import json
import time


class Bytes(bytearray):
    pass


print(json.loads(Bytes(b'{"a": [1]}')), json.loads(bytearray(b"2")))
f = io.StringIO(newline=None)
f.write("\r")
f.__init__("x\n", newline=None)
print(repr(f.newlines), f.read())
print(codecs.decode("two\\nlines \\x41", "unicode-escape"))
try:
    codecs.decode("text", "utf-8")
except TypeError as e:
    print(e)
for year in (1 << 31, 1 << 70, -1 << 31):
    try:
        time.mktime((year, 1, 1, 0, 0, 0, 0, 0, 0))
    except OverflowError as e:
        print(e)
fields = (2024, 1, 2, 3, 4, 5, 6, 7, 0)
print(time.struct_time(fields, {"tm_zone": "CET"}).tm_zone, time.struct_time(fields + ("X", 5)).tm_gmtoff)
try:
    time.struct_time(fields, 5)
except TypeError as e:
    print(e)
print(time.struct_time(fields).__reduce__()[1])


class Probe:
    def __init__(self, same):
        self.same, self.seen = same, []

    def __eq__(self, other):
        self.seen.append(other.__name__)
        return self.same


def a():
    print("a")


def b():
    print("b")


atexit.register(a)
atexit.register(b)
for same in (False, True):
    probe = Probe(same)
    atexit.unregister(probe)
    print(probe.seen[-2:])
atexit.register(a)
try:
    (15).__round__(None)
except TypeError as e:
    print(e)
