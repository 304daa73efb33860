import io

NAME = "pyviz-test-b.txt"


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e, "|", getattr(e, "errno", None), getattr(e, "filename", None))


t(lambda: open("no such file.txt"))
t(lambda: open("no/such/dir.txt", "w"))
t(lambda: open("."))
t(lambda: open(NAME, "z"))
t(lambda: open(NAME, "rw"))
t(lambda: open(NAME, "rbt"))
t(lambda: open(NAME, ""))
t(lambda: open(NAME, "rb", encoding="utf-8"))
t(lambda: open(NAME, "rb", newline=""))
t(lambda: open(NAME, "w", newline="x"))
t(lambda: open(NAME, mode=5))
t(lambda: open([]))
t(lambda: open())
with open(NAME, "w") as f:
    t(lambda: f.read())
    t(lambda: f.readline())
    t(lambda: f.write(5))
    t(lambda: f.write(b"x"))
    t(lambda: next(f))
    f.write("line\n" * 3)
t(lambda: f.write("x"))
t(lambda: f.read())
t(lambda: f.flush())
t(lambda: f.close())
t(lambda: f.__enter__())
t(lambda: [x for x in f])
with open(NAME) as f:
    t(lambda: f.write("x"))
    t(lambda: f.seek(1, 1))
    t(lambda: f.seek(-1))
    t(lambda: f.seek(1, 2))
    next(f)
    t(lambda: f.tell())
with open(NAME, "rb") as f:
    t(lambda: f.write(b"x"))
t(lambda: f.read())
t(lambda: f.readline())
with open(NAME, "wb") as f:
    t(lambda: f.read())
    t(lambda: f.write("text"))
    f.write(b"\xff\xfe")
t(lambda: f.write(b""))
with open(NAME, encoding="utf-8") as f:
    t(lambda: f.read())
with open(NAME, "w", encoding="ascii") as f:
    t(lambda: f.write("é"))
t(lambda: open(NAME, "x"))
t(lambda: isinstance(io.UnsupportedOperation("x"), (OSError)) and isinstance(io.UnsupportedOperation("x"), ValueError))
t(lambda: io.open is open)
try:
    with open(NAME, "w") as f:
        f.write("kept")
        raise KeyError("inside")
except KeyError:
    print(f.closed, open(NAME).read())
open("missing/" + NAME)
