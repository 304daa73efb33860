# A buffered writer's flush() reaches the stream below and no further; streams say what they can do.
import io

below = io.BytesIO()
writer = io.BufferedWriter(io.BufferedWriter(below))
writer.write(b"a")
writer.flush()
print(below.getvalue())
writer.raw.flush()
print(below.getvalue())


class Raw(io.RawIOBase):
    def writable(self):
        print("may it be written to?")
        return True

    def write(self, data):
        print("write", bytes(data))
        return len(data)

    def flush(self):
        print("flush")
        super().flush()


writer = io.BufferedWriter(Raw(), 4)
writer.write(b"ab")
writer.flush()
writer.write(b"abcdef")
writer.close()
print(writer.closed)


class Neither(io.RawIOBase):
    pass


for kind in (io.BufferedWriter, io.BufferedReader, io.BufferedRandom):
    try:
        kind(Neither())
    except io.UnsupportedOperation as e:
        print(kind.__name__, e)
