# Years must fit into C's int, less 1900, too; a closed StringIO tells nothing of its newlines.
import io
import time

for year in (1 << 31, (1 << 31) - 1, -1 << 31, (-1 << 31) - 1, 1 << 70):
    for use in (time.asctime, time.mktime, lambda t: time.strftime("%d", t)):
        try:
            print(use((year, 1, 1, 0, 0, 0, 0, 1, 0)))
        except OverflowError as e:
            print(e)
closed = io.StringIO("a\n", newline=None)
print(repr(closed.newlines))
closed.close()
try:
    print(closed.newlines)
except ValueError as e:
    print(e)
