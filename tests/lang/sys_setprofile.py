# A profiler is told of calls in C too; who is told what, and errors of those who are told.
import sys
def prof(frame, event, arg):
    print('P', frame.f_code.co_name, event, getattr(arg, '__name__', None) if event.startswith('c_') else arg)
def f(x):
    y = len(x)
    x.append(3)
    return sorted(x)
class A:
    def __init__(self): self.v = abs(-1)
    def m(self): return str(self.v)
def gen():
    yield 1
    yield 2
def bad():
    int('x')
def use():
    f([1])
    A().m()
    for x in gen(): pass
    list(gen())
    sum(x for x in (1, 2))
    isinstance(1, int)
    'a'.upper(); ' '.join(['a', 'b'])
    try:
        bad()
    except ValueError:
        pass
    list.append([], 1)
    max(*[1, 2])
    getattr(A, 'm')
    dict(a=1)
    {}.get(1)
    print('hi')
sys.setprofile(prof)
use()
sys.setprofile(None)
print(sys.getprofile(), sys.gettrace())
# a tracer only of calls
calls = []
def only(frame, event, arg):
    calls.append((event, frame.f_code.co_name, frame.f_lineno))
sys.settrace(only); use(); sys.settrace(None)
print(calls)
# local tracer
def glob(frame, event, arg):
    if frame.f_code.co_name != 'fact': return None
    depth = 0
    fr = frame
    while fr: depth += 1; fr = fr.f_back
    print(' ' * depth, event, frame.f_locals)
    def local(frame, event, arg):
        print(' ' * depth, event, frame.f_lineno, arg, sorted(frame.f_locals.items()))
        if frame.f_locals.get('n') == 1: return None
        return local
    return local
def fact(n):
    if n < 2:
        return 1
    r = fact(n - 1)
    return n * r
sys.settrace(glob); fact(3); sys.settrace(None)
# errors in a tracer
def broken(frame, event, arg):
    if event == 'line': raise RuntimeError('in tracer')
    return broken
sys.settrace(broken)
try: fact(2)
except RuntimeError as e: print('caught', e, sys.gettrace())
# coverage
lines = {}
def cov(frame, event, arg):
    if event == 'line': lines.setdefault(frame.f_code.co_name, set()).add(frame.f_lineno - frame.f_code.co_firstlineno)
    return cov
def branchy(a):
    if a:
        return 1
    else:
        return 2
sys.settrace(cov); branchy(0); sys.settrace(None)
print(lines)
# f_trace, f_trace_lines
def noline(frame, event, arg):
    frame.f_trace_lines = False
    print(event, frame.f_code.co_name, frame.f_trace_lines, frame.f_trace is None, frame.f_trace_opcodes)
    return noline
sys.settrace(noline); fact(2); sys.settrace(None)
def here():
    sys.settrace(only)
    sys._getframe().f_trace = glob2
    x = 1
    y = 2
    sys.settrace(None)
def glob2(frame, event, arg):
    print('g2', event, frame.f_lineno)
    return glob2
here()
class T:
    def __call__(self, frame, event, arg):
        print('T', event); return self
    def __enter__(self): sys.settrace(self)
    def __exit__(self, *a): sys.settrace(None)
with T():
    branchy(1)
sys.settrace(only)
print(sys.gettrace() is only)
sys.settrace(None)
try: sys._getframe().f_trace_lines = 3
except TypeError as e: print(e)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
count = 0
def counter(frame, event, arg):
    global count
    if event == 'call': count += 1
sys.setprofile(counter); fib(10); sys.setprofile(None)
print(count)
