"""An uncaught exception while sys.stderr is something else."""
import sys, io
sys.stderr = io.StringIO()
1/0
