# Corners of the library: bytes that are none, views with gaps, numbers of several kinds.
import base64
import binascii
import statistics
import time
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from reprlib import recursive_repr


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(f"{type(e).__name__}: {e}", e.__suppress_context__)


for wrong in ([], "text", 5, memoryview(b"abcd")[::2]):
    attempt(base64.encodebytes, wrong)
    attempt(base64.decodebytes, wrong)
attempt(base64.encodebytes, memoryview(b"1234").cast("H"))
gaps = memoryview(b"31323334")[::2]
for f in (binascii.hexlify, binascii.unhexlify, binascii.b2a_base64, binascii.a2b_base64, binascii.crc32):
    attempt(f, gaps)
for x in (1, 2.5, Fraction(1, 3), Decimal(4), 0, "x", -1):
    attempt(statistics.harmonic_mean, [x])
try:
    statistics.mean([1, Decimal("sNaN")])
except InvalidOperation as e:
    print(e)
attempt(statistics.mean, [1, Decimal("nan")])
for form in ("%Q", "%", "%Y %"):
    attempt(time.strptime, "19", form)


def shown(self):
    """How it looks."""
    return "x"


shown.__annotations__ = {"self": "Node"}
guarded = recursive_repr()(shown)
print(guarded.__annotations__ is shown.__annotations__, guarded.__name__, guarded.__doc__, guarded(1))
