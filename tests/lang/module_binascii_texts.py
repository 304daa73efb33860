"""binascii and base64: texts that are cut, padded wrongly, or have in them what does not belong there."""
import base64
import binascii
import random


class Own(bytearray):
    pass


def attempt(function, *args, **named):
    try:
        result = function(*args, **named)
    except (ValueError, TypeError, BufferError) as error:
        result = "%s: %s" % (type(error).__name__, error)
    print(function.__name__, result)


for size in range(8):
    data = bytes(range(250, 250 - size * 31, -31)) if size else b""
    text = binascii.b2a_base64(data, newline=False)
    print(text, binascii.b2a_base64(data), binascii.a2b_base64(text) == data, binascii.crc32(data), binascii.crc32(data, 7))

for text in (b"", b"=", b"==", b"a", b"ab", b"abc", b"abcd", b"a=", b"ab=", b"ab==", b"ab===", b"abc=", b"abc==", b"abcd=", b"abcde",
             b"ab==cd", b"ab=c=", b"a=bc=", b"=abcd", b"ab\ncd", b"a b c d", b"ab-_", b"YWJj\n", b"YWJj!", b"\xff\x00YWJj", b"abcd===="):
    attempt(binascii.a2b_base64, text)
    attempt(binascii.a2b_base64, text, strict_mode=True)
    attempt(base64.b64decode, text, validate=True)

chance = random.Random(3)
alphabet = b"ABCZabcz0189+/==\n -"
for _ in range(150):
    text = bytes(chance.choices(alphabet, k=chance.randrange(14)))
    attempt(binascii.a2b_base64, text)
    attempt(binascii.a2b_base64, text, strict_mode=chance.random() < 0.8)

for source in (Own(b"ab"), memoryview(b"abcd"), memoryview(b"abcd")[::2], "YWI=", "é", 3, None, [1]):
    for function in (binascii.a2b_base64, binascii.b2a_base64, binascii.unhexlify, binascii.hexlify, base64.b64decode,
                     base64.b64encode, base64.b32decode, base64.b16decode, base64.urlsafe_b64decode):
        attempt(function, source)
for text in ("0", "0g", " 00", "00 0", "aAfF09", "0\n"):
    attempt(binascii.unhexlify, text)
