# An exception in the handling of another: both tracebacks.
try:
    {}["k"]
except KeyError:
    1 // 0
