# UTF-16 and UTF-32 with and without their marks, utf-8-sig, the code pages of mojibake, unicode_escape.
import io
import warnings


def tell(function):
    try:
        print(ascii(function()))
    except Exception as error:
        print(type(error).__name__, error)


broken = (b"\xff\xfea", b"\xfe\xff\0a\0", b"a\0", b"\xff\xfe\x00\xd8", b"\x00\xd8a\0", b"\x00\xdc", b"",
          b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"\0\0\x11\0", b"\0\xd8\0\0")
for data in broken:
    for encoding in "utf-16", "utf-16-le", "UTF-16BE", "utf-32", "utf_32_le":
        for errors in "strict", "replace", "backslashreplace", "surrogatepass":
            tell(lambda: data.decode(encoding, errors))
for text in "a\u00e9\u20ac\U0001f600", "a\ud800b", "", "\udc80\udc81":
    for encoding in ("utf-16", "utf-16-be", "utf-32", "utf-32-le", "utf-8-sig", "cp1252", "cp437", "iso8859-15",
                     "unicode_escape", "ascii"):
        for errors in "strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "namereplace":
            tell(lambda: text.encode(encoding, errors))
for data in b"\xef\xbb\xbfabc", b"abc", b"\xef\xbb", b"\xef\xbb\xbf\xff", b"\x80\x81\xa4", bytes(range(128, 256)):
    for encoding in "utf-8-sig", "windows-1252", "cp437", "latin9":
        for errors in "strict", "replace", "ignore":
            tell(lambda: data.decode(encoding, errors))
print("caf\u00e9".encode("utf-8").decode("cp1252"), "na\u00efve \u20ac".encode("cp1252").decode("latin-1"))
warnings.simplefilter("ignore")
for data in (rb"a\n\t\\\'\"\a\v\0\12\377\x41\u0041\U0001F600\N{DIGIT ONE}", b"\\", b"\\x4", b"\\xg", b"a\\u12",
             b"\\U00110000", b"\\N{nothing such}", b"\\N{", b"\\N", b"\\z\xe9", b"\\\nx", b"\\ud800"):
    for errors in "strict", "replace", "ignore", "backslashreplace":
        tell(lambda: data.decode("unicode_escape", errors))
tell(lambda: "\t\n\r\\'\"\0\x7f\x80\u00e9\u20ac\U0001f600a".encode("unicode-escape"))
with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    tell(lambda: b"\\z \\d".decode("unicode_escape"))
    print(heard[0].category.__name__, heard[0].message)

for encoding in "utf-16", "utf-8-sig", "utf-32", "utf-16-le":
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    file.write("a\n")
    file.write("\u00e9\n")
    file.flush()
    print(raw.getvalue())
    file.seek(0)
    print(file.readlines())
