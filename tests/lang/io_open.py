import io

NAME = "pyviz-test-a.txt"
with open(NAME, "w") as f:
    print(f.name, f.mode, f.encoding, f.closed, f.readable(), f.writable())
    print(f.write("first line\nsecond line\n"), f.tell())
    print("third", "line", file=f)
    f.writelines(["fourth\n", "fifth é\n"])
print(f.closed, f)
with open(NAME) as f:
    print(f.read())
with open(NAME) as f:
    for number, line in enumerate(f, 1):
        print(number, repr(line))
with open(NAME, encoding="utf-8") as f:
    print(repr(f.readline()), f.tell(), f.read(3), f.readlines(), repr(f.read()), f.tell())
    print(f.seek(0), f.readline(), end="")
    print(f.readlines(1))
with open(NAME, "a") as f:
    f.write("appended\n")
with open(NAME) as f:
    lines = [line.rstrip("\n") for line in f]
print(lines)
with open(NAME, "r+") as f:
    f.write("FIRST")
    f.seek(0)
    print(f.readline(), end="")
    f.seek(0, 2)
    f.write("end\n")
print(open(NAME).read().splitlines())
with open(NAME, "rb") as f:
    print(f.read(5), f.tell(), f.seek(-4, 2), f.read(), f.mode, f)
    f.seek(0)
    print(f.readline(), len(f.readlines()))
with open(NAME, "wb") as f:
    print(f.write(b"\x00\x01line\r\nnext\rlast\n"), f)
with open(NAME, "rb") as f:
    print(list(f))
with open(NAME) as f:
    print(f.readlines(), f.newlines)
with open(NAME, newline="") as f:
    print(f.readlines())
with open(NAME, newline="\n") as f:
    print(f.readlines())
with open(NAME, "w", newline="\r\n") as f:
    f.write("a\nb\n")
print(open(NAME, "rb").read())
with open(NAME, "w+") as f:
    f.write("hello world")
    f.seek(6)
    print(f.read(), f.truncate(5), f.seek(0), f.read())
with open(NAME, "w", encoding="latin-1") as f:
    f.write("é\n")
print(open(NAME, "rb").read())
