# Of which escapes decoding with unicode_escape warns: the first one only, and when all went well.
import warnings
warnings.simplefilter("always")
for b in rb"\z\d", rb"\777\d", rb"\q\666", rb"\400", rb"\u12\z", b"\\\xe9", rb"\x4\z":
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: print(b.decode("unicode_escape"))
        except Exception as e: print(e)
        print([str(x.message) for x in w])
