"""What is thrown through a yield from passes each frame once."""
import traceback
def sub():
    yield 1
def f1():
    try:
        k = yield from sub()
    finally:
        pass
def f2():
    k = yield from sub()
def f3():
    k = yield from f2()
for f in (f1, f2, f3):
    g = f(); next(g)
    try: g.throw(ValueError("a"))
    except ValueError: traceback.print_exc()
    g = f(); next(g)
    try: g.throw(ValueError)
    except ValueError: traceback.print_exc()
