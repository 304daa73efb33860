"""sys.tracebacklimit of zero."""
import sys
sys.tracebacklimit = 0
def f(): g()
def g(): 1/0
f()
