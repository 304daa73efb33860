import sys, io
# files
with open("notes.txt", "w") as f:
    for i in range(5):
        f.write(f"line {i}\n")
total = 0
for line in open("notes.txt"):
    total += len(line.split()[1])
print(total)
with open("notes.txt") as src, open("copy.txt", "w") as dst:
    dst.writelines(reversed(src.readlines()))
print(open("copy.txt").read())
words = {}
with open("copy.txt") as f:
    while (line := f.readline()):
        for w in line.split():
            words[w] = words.get(w, 0) + 1
print(sorted(words.items(), key=lambda kv: (-kv[1], kv[0])))
try:
    with open("missing.txt") as f:
        pass
except FileNotFoundError as e:
    print(e, e.errno, e.filename, e.strerror)
with open("data.csv", "w") as f:
    print("name,age", "ada,36", "bob,41", sep="\n", file=f)
with open("data.csv") as f:
    header, *rows = [line.strip().split(",") for line in f]
    print([dict(zip(header, row)) for row in rows])
import json
with open("x.json", "w") as f: json.dump({"a": [1, 2, {"b": None}]}, f, indent=1)
with open("x.json") as f: print(json.load(f))
f = open("notes.txt", "a+"); f.write("more"); f.seek(0); print(len(f.read())); f.close(); print(f.closed)
with open("bin.dat", "wb") as f: f.write(bytes(range(10)))
with open("bin.dat", "rb") as f:
    while chunk := f.read(4): print(chunk)
class Tee(io.StringIO):
    def write(self, s):
        sys.__stdout__.write(s.upper()); return super().write(s)
t = Tee(); print("tee", file=t); print(repr(t.getvalue()))
print(sys.stdin.read() == "", sys.stdout.isatty())
print("é ü 漢", file=sys.stderr)
for enc in ("utf-8", "latin-1", "ascii"):
    try:
        with open("enc.txt", "w", encoding=enc) as f: f.write("é")
        print(enc, open("enc.txt", "rb").read())
    except UnicodeEncodeError as e: print(e)
