"""sys.exit() with a float."""
import sys
sys.exit(3.0)
