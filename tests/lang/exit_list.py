"""sys.exit() with a list."""
import sys
sys.exit([1, 2])
