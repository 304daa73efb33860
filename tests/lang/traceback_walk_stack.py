# Where walk_stack(None) begins, and what no exception at all prints.
import traceback
def g():
    return traceback.StackSummary.extract(traceback.walk_stack(None))
def f():
    return g()
for s in f(): print(s.name, s.lineno, s.line)
print([x.name for x in traceback.StackSummary.extract(traceback.walk_stack(None), limit=1)])
print(list(traceback.StackSummary.extract(traceback.walk_stack(None)))[0] == ("x",1,2,3))
def h():
    def i():
        def j():
            def k(): return [(a.f_code.co_name, n) for a, n in traceback.walk_stack(None)]
            return k()
        return j()
    return i()
print(h())
t = traceback.TracebackException(None, None, None)
print(list(t.format()))
traceback.print_exception(None)
import sys
def k():
    return [(a.f_code.co_name, n) for a, n in traceback.walk_stack(sys._getframe())]
print(k())
