# A standard stream that cannot be flushed at the end is told by the exit status, whatever sys.exit() has said.
import sys


class Full:
    def write(self, text):
        return len(text)

    def flush(self):
        raise OSError("no space left")

    def __repr__(self):
        return "<full>"


print("before", flush=True)
sys.stdout = Full()
print("lost")
sys.exit(3)
