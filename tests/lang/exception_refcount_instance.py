# References to the exception itself while it is handled.
import sys

e = ValueError("x")
print(sys.getrefcount(e))
try:
    raise e
except ValueError:
    print(sys.getrefcount(e))
print(sys.getrefcount(e), sys.exception())
try:
    raise e
except ValueError as f:
    print(sys.getrefcount(e), f is e)
    try:
        raise KeyError
    except KeyError as k:
        print(sys.getrefcount(e), k.__context__ is e)
print(sys.getrefcount(e))
