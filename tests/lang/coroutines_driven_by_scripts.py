"""Coroutines and asynchronous generators, driven by hand along many scripts."""
import gc
import re
import inspect, sys, types
sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__)
def t(f, *a, **k):
    try: r = f(*a, **k); print(re.sub(" at 0x\\w+", "", repr(r))[:150])
    except BaseException as e: print("!!", type(e).__name__, re.sub(" at 0x\\w+", "", str(e)), type(e.__context__).__name__, getattr(e, "value", "-"))
@types.coroutine
def susp(v):
    r = yield v
    return r
class Aw:
    def __init__(s, it): s.it = it
    def __await__(s): return s.it
class CM:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    async def __aenter__(s): await susp(("enter", s.n)); return s.n
    async def __aexit__(s, *a): await susp(("exit", s.n, a[0] and a[0].__name__)); return s.sup
async def c1(): return await susp(1)
async def c2():
    async with CM("a") as x, CM("b", True):
        await susp(x); raise ValueError("v")
    return "after"
async def ag(n):
    try:
        for i in range(n):
            r = yield i
            if r: print("ag got", r)
    finally:
        await susp("agfin")
async def c3():
    return [x async for x in ag(3) if await susp(x) or True]
async def c4():
    async for x in ag(3):
        if x == 1: break
    else: print("else")
    return x
async def c5():
    return await Aw(iter([1, 2]))
async def c6(): return await Aw(5)
async def c7(): return await 5
async def c8(): return await Aw(susp(3))
async def c9():
    try: await susp("x")
    except ValueError as e: return ("caught", str(e))
    finally: print("fin")
async def c10():
    return {k: v async for k, v in pairs()}
async def pairs():
    yield 1, 2
    yield 3, 4
async def c11():
    async for x in [1]: pass
async def c12():
    async with 5: pass
async def c13():
    g = ag(2); a = g.asend(None); print(await a); t(lambda: a.send(None)); print(await g.__anext__()); await g.aclose()
    try: await g.__anext__()
    except StopAsyncIteration as e: print("SAI", e.args)
async def c14():
    g = ag(2); await g.__anext__()
    try: await g.athrow(KeyError("k"))
    except KeyError as e: print("KE", e)
    t(lambda: g.ag_running); return g.ag_frame
async def c15():
    async def bad(): yield 1; raise StopAsyncIteration
    return [x async for x in bad()]
async def c16():
    async def bad(): yield 1; raise StopIteration
    return [x async for x in bad()]
def drive(c, *script):
    for s in script:
        print(inspect.getcoroutinestate(c), end=" ")
        if isinstance(s, BaseException): t(c.throw, s)
        elif s == "close": t(c.close)
        else: t(c.send, s)
    c.close()
for cf in (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16):
    for script in ((None,)*8, (None, "v", None, None), (None, ValueError("t"), None, None), (None, "close", None), (5,), (None, None, KeyError("k"), None), (None, GeneratorExit())):
        print(cf.__name__, [type(s).__name__ if isinstance(s, BaseException) else s for s in script])
        try: drive(cf(), *script)
        except BaseException as e: print("OUT", type(e).__name__, e)
        gc.collect()
