# Standard output wrapped anew: its text comes out at the end.
import sys, io
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")
print("wrapped é")
sys.stdout.write("no newline")
