# compile() takes a path for its filename; a byte order mark is for bytes, and nothing in a text.
import pathlib


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


def attempt(call, *args):
    try:
        return call(*args)
    except (SyntaxError, TypeError, ValueError) as error:
        return type(error).__name__, str(error)


for name in "plain", b"bytes", pathlib.PurePosixPath("a/b"), Path("c"), Path(b"d"), Path(5), 5, None, "n\0l", b"n\0l":
    code = attempt(compile, "1", name, "eval")
    print(code if isinstance(code, tuple) else code.co_filename)

for source in "\ufeff1", "\ufeff1".encode(), b"\xef\xbb\xbf# coding: utf-8\n'\xc3\xa9'", "1 \ufeff":
    print(attempt(eval, source), attempt(exec, source))
