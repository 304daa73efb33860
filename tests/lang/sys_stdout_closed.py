# A closed file as sys.stdout is not flushed.
import sys
f = open("log.txt", "w"); sys.stdout = f; print("a"); f.close()
