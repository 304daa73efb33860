# The standard streams as context managers, closed, and in each other's place.
import sys

with sys.stderr as stream:
    print(stream is sys.stderr, sys.stderr.closed)
print(sys.stderr.closed)
try:
    sys.stderr.write("lost")
except ValueError as e:
    print(e)
try:
    print("lost", file=sys.stderr)
except ValueError as e:
    print(e)
try:
    with sys.stderr:
        pass
except ValueError as e:
    print(e)

sys.stdin.close()
try:
    sys.stdin.readline()
except ValueError as e:
    print(e)
try:
    input()
except ValueError as e:
    print(type(e).__name__)

sys.stderr = sys.stdout
print("here", file=sys.stderr)
print(enumerate)


class Counted:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(42)


for make in (enumerate, reversed, lambda i: map(str, i), lambda i: zip(i), lambda i: filter(None, i)):
    try:
        next(make(Counted()))
    except StopIteration as e:
        print("stopped", e.args, e.value)
    except TypeError as e:
        print(e)
