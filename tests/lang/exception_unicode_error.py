# Unicode errors know what, where and why.
for f in (lambda: b"ab\xff".decode(), lambda: "aé€".encode("ascii"), lambda: "\ud800x".encode(),
          lambda: b"\xe2\x82".decode("utf-8"), lambda: "€".encode("latin-1")):
    try:
        f()
    except UnicodeError as e:
        print(type(e).__name__, e.encoding, repr(e.object), e.start, e.end, e.reason)
        print(e, e.args)
print(UnicodeEncodeError("c", "abc", 0, 2, "why"))
print(UnicodeTranslateError("abc", 1, 2, "why"))
try:
    UnicodeDecodeError("x")
except TypeError as error:
    print(error)
