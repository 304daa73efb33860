# BytesIO.getbuffer: a look at the memory, which cannot grow meanwhile.
import io
b = io.BytesIO(b"hello world")
v = b.getbuffer(); print(len(v), bytes(v[:5]), v.readonly); v[0] = ord("J"); print(b.getvalue(), b.read(5))
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
show(lambda: b.write(b"x" * 50)); show(lambda: b.truncate(2)); show(lambda: b.close()); b.seek(0); print(b.readline(), bytes(v[:4]))
v.release(); b.seek(0, 2); b.write(b"!!"); print(b.getvalue())
with b.getbuffer() as w: print(w.nbytes, w.tolist()[:3])
b.close(); show(lambda: b.getbuffer())
