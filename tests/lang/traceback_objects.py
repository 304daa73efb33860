"""Exceptions and tracebacks as objects: TracebackException, StackSummary, FrameSummary."""
import traceback, sys
def f():
    g()
def g():
    1/0
try: f()
except Exception as e:
    te = traceback.TracebackException.from_exception(e)
    print(te.exc_type, te.stack, te.__cause__, te.__context__, str(te), te.exc_type_str if hasattr(te,"exc_type_str") else None)
    print("".join(te.format()))
    print(list(te.format_exception_only()))
    te.print()
    s = traceback.extract_tb(e.__traceback__)
    print(s)
    print(s[0].lineno, s[0].end_lineno, s[0].colno, s[0].end_colno, s[0].locals, s[0].line)
    print("".join(s.format()))
    print("".join(traceback.format_list(s)))
    print(traceback.format_list([("f.py", 3, "fn", "x = 1"), ("f.py", 3, "fn", None)]))
    traceback.print_tb(e.__traceback__, limit=1)
    traceback.print_tb(e.__traceback__, limit=-1)
    traceback.print_exc(limit=1)
    traceback.print_exc(limit=0)
    traceback.print_exc(limit=-1)
    print(traceback.format_exception_only(e))
    print(traceback.format_exception_only(type(e), e))
    print(traceback.format_exception(e)[1])
    print(te == traceback.TracebackException.from_exception(e))
    try:
        raise KeyError("x") from e
    except KeyError as k:
        te = traceback.TracebackException.from_exception(k)
        print("".join(te.format()))
        print("".join(te.format(chain=False)))
        print(type(te.__cause__))
def h():
    traceback.print_stack(file=sys.stdout)
    print(traceback.format_stack())
    print(traceback.extract_stack())
    print(traceback.extract_stack()[-1].name, traceback.extract_stack(limit=1))
    for fr, n in traceback.walk_stack(sys._getframe()):
        print(fr.f_code.co_name, n)
h()
traceback.print_list(traceback.extract_stack())
try:
    compile("a b", "x", "exec")
except SyntaxError as e:
    te = traceback.TracebackException.from_exception(e)
    print(te.lineno, te.text, te.offset, te.msg, te.filename, te.end_lineno, te.end_offset)
    print(list(te.format_exception_only()))
class F(traceback.StackSummary):
    pass
fs = traceback.FrameSummary("a.py", 1, "n", line="  x = 1 ", locals={"a": 1})
print(fs, fs.line, fs.locals, tuple(fs), fs == ("a.py", 1, "n", "x = 1"), len(fs))
print(traceback.StackSummary.from_list([fs]).format())
def rec(n):
    if n: rec(n-1)
    else: 1/0
try: rec(8)
except ZeroDivisionError as e:
    print("".join(traceback.extract_tb(e.__traceback__).format()))
    traceback.clear_frames(e.__traceback__)


def with_locals(a):
    b = [a]
    return b[1]


try:
    with_locals("text")
except IndexError as e:
    captured = traceback.TracebackException(type(e), e, e.__traceback__.tb_next, capture_locals=True)
    print(captured.stack[0].locals)
    print("".join(captured.format()))
