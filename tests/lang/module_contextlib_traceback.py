# test: stderr=last
from contextlib import contextmanager, ExitStack
@contextmanager
def managed():
    try:
        yield 1
    finally:
        print("cleaned up")
def cleanup():
    raise ValueError("in cleanup")
try:
    with ExitStack() as stack:
        stack.callback(cleanup)
        raise KeyError("in body")
except ValueError as e:
    print(repr(e), repr(e.__context__))
with managed():
    raise RuntimeError("out")
