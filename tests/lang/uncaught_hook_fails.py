"""A sys.excepthook that raises itself."""
import sys
def hook(t, v, tb):
    raise TypeError("in hook")
sys.excepthook = hook
def f():
    1/0
f()
