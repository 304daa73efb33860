# What is written reaches its file when it is flushed, closed, dropped, or has gathered enough.
import os, io, gc
def size(n): return os.path.getsize(n), open(n, "rb").read()[:20]
f = open("a.txt", "w"); print(f.write("hi\n"), size("a.txt")); f.flush(); print(size("a.txt")); f.write("more"); print(size("a.txt"), open("a.txt").read()); f.close(); print(size("a.txt"))
open("b.txt", "w").write("dropped"); print(size("b.txt"))
f = open("c.txt", "w"); f.write("x" * 8000); print(size("c.txt")[0]); f.write("y" * 300); print(size("c.txt")[0]); f.write("z" * 9000); print(size("c.txt")[0]); f.write("w" * 20000); print(size("c.txt")[0]); f.close(); print(size("c.txt")[0])
f = open("d.txt", "w", buffering=1); f.write("a"); print(size("d.txt")); f.write("b\nc"); print(size("d.txt")); f.close()
f = open("e.bin", "wb"); f.write(b"1" * 100); print(size("e.bin")[0]); f.write(b"2" * 8192); print(size("e.bin")[0]); f.write(b"3"); print(size("e.bin")[0]); f.close(); print(size("e.bin")[0])
f = open("f.bin", "wb", buffering=0); f.write(b"raw"); print(size("f.bin")); f.close()
f = open("g.txt", "w+"); f.write("hello world"); f.seek(0); print(f.read(5), f.tell()); f.write("XX"); f.seek(0); print(f.read()); f.close()
f = open("g.txt", "r+"); print(f.read(3)); f.seek(0, 2); f.write("!end"); print(f.tell()); f.seek(0); print(f.read()); f.close()
f = open("g.txt", "a"); print(f.tell()); f.write("app"); print(f.tell(), size("g.txt")[0]); f.close()
f = open("g.txt", "a+"); f.write("q"); f.seek(0); print(f.read()); f.close()
with open("h.txt", "w") as f:
    for i in range(5): f.write(f"line {i}\n")
    print(size("h.txt")[0]); f.writelines(["a\n", "b\n"]); print(f.closed)
print(f.closed, size("h.txt"))
with open("h.txt") as r, open("i.txt", "w") as w:
    for line in r: w.write(line.upper())
print(open("i.txt").read())
b = io.BytesIO(); t = io.TextIOWrapper(b, encoding="utf-8"); t.write("é"); print(b.getvalue()); t.flush(); print(b.getvalue())
del t; b = io.BytesIO(); t = io.TextIOWrapper(b, encoding="utf-8", write_through=True); t.write("q"); print(b.getvalue()[-1:])
f = open("j.txt", "w"); f.write("abc"); f.truncate(2); print(size("j.txt")); f.close()
f = open("k.bin", "w+b"); f.write(b"abcdef"); f.seek(2); print(f.read(2), f.tell()); f.write(b"ZZ"); f.seek(0); print(f.read(), f.peek() if hasattr(f, "peek") else ""); f.close()
def leak():
    f = open("l.txt", "w"); f.write("kept"); return None
leak(); print(size("l.txt"))
f = open("n.txt", "w"); f.write("x"); f.close()
try: f.write("y")
except ValueError as e: print(e)
try: f.flush()
except ValueError as e: print(e)
print(f.close())
f = open("o.txt", "w", newline="\r\n"); f.write("a\nb\n"); f.close(); print(size("o.txt"))
print("print", "to", "file", file=(p := open("p.txt", "w"))); print(size("p.txt")); p.close(); print(size("p.txt"))
print("flushed", file=(p := open("p.txt", "w")), flush=True); print(size("p.txt"))
f = open("q.txt", "w"); g = open("q.txt", "w"); f.write("11111"); g.write("22"); f.close(); g.close(); print(size("q.txt"))
