"""sys.excepthook set by the program."""
import sys
def hook(t, v, tb):
    print("hook", t.__name__, v, tb.tb_lineno)
sys.excepthook = hook
print(sys.excepthook is sys.__excepthook__)
sys.__excepthook__(ValueError, ValueError("x"), None)
sys.displayhook([1])
1/0
