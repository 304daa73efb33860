# What stands for sys.stdout is flushed when the program has run, and again at the end.
import sys
class Tee:
    def __init__(self, s): self.s = s; self.n = 0
    def write(self, t): self.n += 1; self.s.write(t.upper())
    def flush(self): self.s.write("flushed\n"); self.s.flush()
sys.stdout = Tee(sys.stdout)
print("hello")
