# test: stdin="3\n1 2 3\nab é\nx y\nlast"
import sys, io
r = sys.stdin.buffer.readline
n = int(r()); print(n, list(map(int, r().split())), sys.stdin.buffer.readline(), flush=True)
print(sys.stdin.buffer.read(2), sys.stdin.buffer.readline(1), sys.stdin.buffer.read(), sys.stdin.buffer.read(), flush=True)
sys.stdout.flush()
print(sys.stdout.buffer.write("h\u00e9llo\n".encode()), file=sys.stderr); sys.stdout.buffer.flush()
sys.stdout.buffer.writelines([b"a\n", b"b\n"]); sys.stdout.buffer.flush()
print(sys.stdout.buffer is sys.stdout.buffer, isinstance(sys.stdin.buffer, io.BufferedReader), sys.stdout.buffer, sys.stdin.buffer, sys.stdout.buffer.name, sys.stdin.buffer.mode, sys.stdout.buffer.writable(), sys.stdout.buffer.readable(), sys.stdout.buffer.fileno(), sys.stdout.buffer.closed)
try: sys.stdout.buffer.write("text")
except TypeError as e: print(e)
