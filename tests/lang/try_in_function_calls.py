# An exception leaves several frames; each finally runs on the way.
trace = []


def a(n):
    try:
        return b(n)
    finally:
        trace.append("a")


def b(n):
    try:
        return c(n)
    except KeyError:
        trace.append("b")
        return "handled"


def c(n):
    try:
        return {1: "one"}[n]
    finally:
        trace.append("c")


print(a(1), a(2), trace)
