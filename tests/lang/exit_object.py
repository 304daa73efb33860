"""sys.exit() with an object."""
import sys
class E:
    def __str__(self): return "text of E"
sys.exit(E())
