import io
import sys

s = io.StringIO()
print(s.write("hello\n"), s.write("world"), s.tell(), repr(s.getvalue()))
print("via print", 1, 2, sep="-", file=s)
s.seek(0)
print(s.read(3), repr(s.readline()), repr(s.read()), repr(s.read()))
t = io.StringIO("one\ntwo\nthree")
print([line for line in t], t.tell())
t.seek(4)
print(t.readlines(), t.seek(0), t.readlines(5))
t.seek(0)
t.write("ONE")
print(t.getvalue(), t.truncate(3), t.getvalue(), t.seek(0, 2))
with io.StringIO("x") as u:
    print(u.read(), u.closed, u.readable(), u.writable(), u.seekable(), u.isatty())
print(u.closed)
for f in (lambda: u.read(), lambda: u.write("a"), lambda: io.StringIO(5), lambda: t.write(5), lambda: t.seek(-1),
          lambda: t.seek(1, 1), lambda: t.read("a"), lambda: io.StringIO("", newline="x"), lambda: t.fileno(),
          lambda: t.seek(0, 5), lambda: next(u)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
n = io.StringIO("a\r\nb\rc\n", newline=None)
print(n.readlines(), n.newlines)
n = io.StringIO("a\r\nb\rc\n", newline="")
print(n.readlines(), n.newlines, repr(n.getvalue()))
n = io.StringIO(newline="\r\n")
n.write("x\ny\n")
print(repr(n.getvalue()))
old = sys.stdout
sys.stdout = caught = io.StringIO()
print("captured", [1, 2])
sys.stdout.write("written")
sys.stdout = old
print(repr(caught.getvalue()))
print("to stderr", file=sys.stderr)
sys.stderr.write("more\n")
print(sys.stdout.write("abc\n"), sys.stdout.name, sys.stderr.name, sys.stdin.name, sys.stdout.closed, sys.stdout.writable())
sys.stdout.writelines(["x", "y\n"])
sys.stdout.flush()
print("flushed", flush=True)


class Upper:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.upper())

    def flush(self):
        self.parts.append("<flush>")


up = Upper()
print("a", "b", sep="+", end="!\n", file=up, flush=True)
print(up.parts)
sys.stdout = None
print("lost")
sys.stdout = old
try:
    print("x", file=5)
except AttributeError as e:
    print(e)
print(isinstance(s, io.TextIOBase), isinstance(s, io.IOBase), type(s), issubclass(io.StringIO, io.TextIOBase))
b = io.BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.read(), b.getvalue(), b.tell())
b.write(b"++")
print(b.getvalue(), b.seek(1), b.write(b"ZZ"), b.getvalue(), b.seek(-2, 2), b.read())
for f in (lambda: b.write("s"), lambda: b.seek(-1), lambda: b.write(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(b.truncate(2), b.getvalue(), list(io.BytesIO(b"1\n2\n3")), type(b))
w = io.TextIOWrapper(io.BytesIO("é\nü".encode()), encoding="utf-8")
print(w.readlines(), w.encoding)
