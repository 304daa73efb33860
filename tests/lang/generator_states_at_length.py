"""Generators under every pair of operations."""
import re
import sys, inspect, types, itertools, traceback
sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__)
def t(f, *a, **k):
    try: r = f(*a, **k); print(re.sub(" at 0x\\w+", "", repr(r))[:150])
    except BaseException as e: print("!!", type(e).__name__, re.sub(" at 0x\\w+", "", str(e)), [type(x).__name__ for x in (e.__cause__, e.__context__)], getattr(e, "value", "-"))
def st(g): print(inspect.getgeneratorstate(g) if inspect.isgenerator(g) else inspect.getcoroutinestate(g) if inspect.iscoroutine(g) else "?", end=" ")
# generators: every sequence of operations
def g1():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield "recovered"
    finally:
        print("fin")
    return "ret"
def g2():
    r = yield from g1()
    print("r", r)
    yield r
def g3():
    yield from [1, 2]
    return 5
def g4():
    while True:
        try: yield 1
        except GeneratorExit: yield 2
def g5():
    try: yield 1
    finally: raise KeyError("in finally")
def g6():
    try: yield 1
    except BaseException as e: print("saw", type(e).__name__); raise
def g7():
    yield; yield from g7() if 0 else ()
def g8():
    raise StopIteration(5); yield
def g9():
    try: yield 1
    except GeneratorExit: return 7
ops = {"n": lambda g: next(g), "s": lambda g: g.send("v"), "S": lambda g: g.send(None), "v": lambda g: g.throw(ValueError("e")), "T": lambda g: g.throw(TypeError), "c": lambda g: g.close(), "G": lambda g: g.throw(GeneratorExit), "I": lambda g: g.throw(StopIteration("q")), "L": lambda g: list(g)}
for gf in (g1, g2, g3, g4, g5, g6, g7, g8, g9):
    for seq in itertools.product("nsSvTcGIL", repeat=2):
        if gf is g4 and "L" in seq: continue
        if gf in (g2, g3, g7, g8, g9) and seq[0] in "TGI": continue
        g = gf(); print(gf.__name__, "".join(seq), end=": ")
        for o in seq:
            st(g); t(ops[o], g)
        st(g); print(g.gi_frame is None, g.gi_running, g.gi_yieldfrom is None)
        if gf is g4:
            try: g.close()
            except RuntimeError: pass
            g = None
