# What waits to be written is the very text, as long as it waits: ASCII, and not too long.
import sys


def text(n, last="."):
    return "".join(["text"] * n + [last])


def held(o):
    before = sys.getrefcount(o)
    sys.stdout.write(o)
    after = sys.getrefcount(o)
    sys.stdout.flush()
    print()
    return after - before, sys.getrefcount(o) - before


one, wide, long = text(3), text(2, "é"), text(3000)
print(held(one), held(wide), held(long[:8192]), held(long[:8193]), sep="\n")
more = text(4)
count = sys.getrefcount(more)
print(more, more, end=" ")
print(sys.getrefcount(more) - count, end=" ")
sys.stdout.flush()
print(sys.getrefcount(more) - count)
for each in (2, 3000, 6000, 8100, 8170, 9000):
    print(more, end="x" * each)
    counted = sys.getrefcount(more) - count
    print("", counted, flush=True)


class Text(str):
    pass


print(held(Text("a subclass")))
write = sys.stdout.write
for length in (17, 5000, 5000, 17, 8000, 9000, 17):
    write("x" * length)
    write(more)
    print("", sys.getrefcount(more) - count)
