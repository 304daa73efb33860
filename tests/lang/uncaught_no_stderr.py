"""An uncaught exception while there is no sys.stderr."""
import sys
sys.stdout = None
print("x")
sys.stderr = None
1/0
