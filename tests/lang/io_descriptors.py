# Descriptors: the lowest that is free, and os's functions of them.
import os, tempfile, io
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
f = open("a.txt", "w"); print(f.fileno(), f.buffer.fileno(), f.buffer.raw.fileno()); g = open("b.txt", "w+"); print(g.fileno()); f.write("hi"); f.flush(); os.fsync(f.fileno()); print(os.fstat(f.fileno()).st_size); f.close(); h = open("c.txt", "w"); print(h.fileno()); show(lambda: os.fsync(99)); show(lambda: f.fileno())
g.close(); h.close(); fd = os.open("d.txt", os.O_RDWR | os.O_CREAT); print(fd, os.write(fd, b"hello world"), os.lseek(fd, 0, 0), os.read(fd, 5), os.read(fd, 100), os.read(fd, 1)); os.ftruncate(fd, 3); os.close(fd); print(open("d.txt").read()); show(lambda: os.close(fd)); show(lambda: os.read(fd, 1)); show(lambda: os.open("nope", os.O_RDONLY)); show(lambda: os.open("d.txt", os.O_CREAT | os.O_EXCL))
fd = os.open("d.txt", os.O_WRONLY | os.O_APPEND); os.write(fd, b"+app"); show(lambda: os.read(fd, 1)); os.close(fd); print(open("d.txt").read())
fd = os.open("e.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
with os.fdopen(fd, "w") as s: s.write("via fdopen\n"); print(s.name == fd, s.fileno() == fd)
print(open("e.txt").read()); show(lambda: os.write(fd, b"x")); fd, path = tempfile.mkstemp(suffix=".tmp", text=True); print(os.path.exists(path), path.endswith(".tmp"))
with open(fd, "w") as s: s.write("data")
print(open(path).read()); os.remove(path); show(lambda: open(77)); show(lambda: os.fdopen("x"))
def opens(): return open("a.txt").fileno()
print(opens(), opens()); x = [open("a.txt") for _ in range(3)]; print([o.fileno() for o in x]); x[1].close(); print(open("a.txt").fileno()); del x
with open("a.txt", "rb") as r: print(r.fileno(), r.peek(), r.readline(), r.raw.tell(), repr(r.raw))
fd = os.open("a.txt", os.O_RDONLY); s = open(fd, closefd=False); print(s.read()); s.close(); print(os.lseek(fd, 0, 1)); os.close(fd)
