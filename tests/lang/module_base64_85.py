"""base64: base 85 in its kinds, and base 32 with digits first."""
import base64


def show(function, *args, **named):
    try:
        print(function.__name__, function(*args, **named))
    except (ValueError, TypeError) as error:
        print(function.__name__, type(error).__name__, error)


for data in b"", b"a", b"ab", b"abc", b"abcd", b"hello world", bytes(8), bytes(5), b"    xx", bytes(range(256)), b"\xff" * 7:
    for encode, decode in ((base64.b85encode, base64.b85decode), (base64.a85encode, base64.a85decode),
                           (base64.b32hexencode, base64.b32hexdecode)):
        text = encode(data)
        print(text, decode(text) == data, decode(text.decode()) == data)
    show(base64.b85encode, data, True)
    show(base64.a85encode, data, pad=True)
    show(base64.a85encode, data, foldspaces=True, adobe=True)
    show(base64.a85encode, data, wrapcol=7)
    show(base64.a85encode, data, wrapcol=7, adobe=True)
show(base64.a85decode, b"<~9jqo^~>", adobe=True)
show(base64.a85decode, b"9jqo^~>", adobe=True)
show(base64.a85decode, b"9jqo^", adobe=True)
show(base64.a85decode, b"y+<VdL", foldspaces=True)
show(base64.a85decode, b"y")
show(base64.a85decode, b"9jz")
show(base64.a85decode, b"9 j\nq o^")
show(base64.a85decode, b"s8W-\"")
show(base64.a85decode, b"\x80")
show(base64.b85decode, b"a b")
show(base64.b85decode, b"~~~~~")
show(base64.b85decode, 3)
show(base64.b85encode, "a")
show(base64.b32hexdecode, "c5h66p35")
show(base64.b32hexdecode, "c5h66p35", True)
show(base64.b32hexdecode, "C5H66===")
show(base64.b85encode, bytearray(b"abc"))
show(base64.a85encode, memoryview(b"abc"))
if hasattr(base64, "z85encode"):
    show(base64.z85encode, bytes([0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B]))
    show(base64.z85decode, b"HelloWorld")
    show(base64.z85decode, "Hell,")
