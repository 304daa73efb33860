def deep(n):
    e = ValueError("bottom")
    for i in range(n):
        e = ExceptionGroup(f"level {i}", [e])
    return e


try:
    raise ExceptionGroup("many", [ValueError(i) for i in range(17)])
except ExceptionGroup as e:
    raise ExceptionGroup("both", [deep(12), KeyError(1)])
