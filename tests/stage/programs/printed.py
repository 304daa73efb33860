"""What is printed, by whom, and where to."""
import sys
for i in range(3):
    print("round", i)
print("no newline", end=" ")
print("oops", file=sys.stderr)
print("tail")
def f(n):
    sys.stdout.write("f%d\n" % n)
f(1)
sys.stderr.write("bad\nworse\n")
for i in range(40):
    print(i)
print("x" * 300)
