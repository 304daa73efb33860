# A return in finally replaces what was returned, and swallows an exception.
def f():
    try:
        return 1
    finally:
        return 2


def g():
    try:
        1 / 0
    finally:
        return "swallowed"


def h():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue
            break
    return "end"


def k():
    n = 1
    try:
        return n
    finally:
        n = 2


print(f(), g(), h(), k())
