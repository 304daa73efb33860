# A bare except catches everything, SystemExit too.
import sys

try:
    sys.exit(3)
except:
    print("caught", repr(sys.exception()))
try:
    raise KeyboardInterrupt
except Exception:
    print("never")
except:
    print("bare")
