# f_lineno when the frame has ended, and the lines of tracebacks.
import sys, traceback, inspect
def t1():
    f = None
    try:
        f = sys._getframe()
        1 / 0
    except ZeroDivisionError:
        pass
    return f
def t2():
    f = sys._getframe()
    with open_() as c:
        x = 1
    return f
class open_:
    def __enter__(self): return sys._getframe()
    def __exit__(self, *a):
        pass
def t3():
    f = sys._getframe()
    for i in range(2):
        pass
    else:
        y = 2
    return f
def t4():
    f = sys._getframe()
    try:
        return f
    finally:
        z = 1
def t5():
    f = sys._getframe()
    if f:
        pass
def t6():
    global fr
    fr = sys._getframe()
    try:
        raise ValueError
    except ValueError as e:
        q = 1
def t7():
    global fr
    fr = sys._getframe()
    with open_():
        raise_ = 1
        pass
def t9():
    global fr
    fr = sys._getframe()
    try:
        raise KeyError
    finally:
        a = 1
def t10():
    global fr
    fr = sys._getframe()
    with open_():
        raise KeyError(
            1)
def t11():
    global fr
    fr = sys._getframe()
    x = [
        1,
        undefined
    ]
def t12():
    global fr
    fr = sys._getframe()
    match 5:
        case 1:
            pass
        case _:
            pass
def t14():
    global fr
    fr = sys._getframe()
    del x_
def t15():
    global fr
    fr = sys._getframe()
    (lambda:
        1)()
for t in (t1, t2, t3, t4): print(t.__name__, t().f_lineno - t.__code__.co_firstlineno, 0)
for t in (t5, t6, t7, t9, t10, t11, t12, t14, t15):
    tb = None
    try: t()
    except Exception as e:
        tb = e.__traceback__
        while tb:
            print('   tb', tb.tb_lineno, tb.tb_frame.f_lineno, tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
    if t is not t5: print(t.__name__, fr.f_lineno - t.__code__.co_firstlineno, fr.f_code.co_name)
def g():
    x = 1
    yield sys._getframe()
    y = 2
    yield 3
gg = g(); f = next(gg)
print(f.f_lineno - g.__code__.co_firstlineno, gg.gi_frame is f)
next(gg); print(f.f_lineno - g.__code__.co_firstlineno)
list(gg); print(f.f_lineno - g.__code__.co_firstlineno, gg.gi_frame)
gg = g(); f = next(gg); gg.close(); print(f.f_lineno - g.__code__.co_firstlineno)
gg = g(); f = gg.gi_frame; print(f.f_lineno - g.__code__.co_firstlineno)
gg = g(); f = next(gg)
try: gg.throw(ValueError)
except ValueError as e: print(e.__traceback__.tb_next.tb_lineno - g.__code__.co_firstlineno, f.f_lineno - g.__code__.co_firstlineno)
def cur():
    f = inspect.currentframe()
    return (f.f_lineno, f.f_code.co_name, f.f_back.f_code.co_name, f.f_back.f_lineno, sorted(f.f_locals), f.f_globals is globals(), f.f_builtins['len'] is len)
print(cur())
def outer():
    return [ (fi.function, fi.lineno, fi.index, fi.code_context) for fi in inspect.stack()]
print(outer())
print(inspect.getframeinfo(inspect.currentframe())[1:])
print(inspect.getlineno(inspect.currentframe()))
def it():
    try:
        1/0
    except Exception as e:
        print([ (x.function, x.lineno) for x in inspect.trace()])
        return e
e = it()
print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)])
print([(f.name, f.lineno) for f in traceback.extract_stack()])
class K:
    f = sys._getframe()
    x = 1
print(K.f.f_lineno, K.f.f_code.co_name)
c = compile('a = 1\n\n\nb = 2\nf = sys._getframe()\nif a:\n  pass\n', 'xx', 'exec')
ns = dict(sys=sys); exec(c, ns); print(ns['f'].f_lineno)
