# How much room the lists of traceback have: what a generator gave, what was appended one by one.
import traceback, sys
def f(): raise ValueError("x\ny")
try: f()
except ValueError as e:
    for name, l in (("only", traceback.format_exception_only(e)), ("exc", traceback.format_exception(e)), ("tb", traceback.format_tb(e.__traceback__)), ("stack", traceback.format_stack()), ("list", traceback.format_list(traceback.extract_tb(e.__traceback__))), ("te", list(traceback.TracebackException.from_exception(e).format())), ("sum", traceback.extract_tb(e.__traceback__).format()), ("syn", traceback.format_exception_only(SyntaxError("a", ("f", 1, 2, "xx\n", 1, 3)))), ("none", traceback.format_exception_only(None)), ("x", traceback.extract_tb(e.__traceback__))):
        print(name, len(l), sys.getsizeof(l))


def deep(n):
    if n:
        deep(n - 1)
    raise KeyError(n)


try:
    deep(12)
except KeyError as e:
    for limit in None, 3, -3, 0:
        for l in (traceback.format_exception(e, limit=limit), traceback.extract_tb(e.__traceback__, limit),
                  traceback.format_tb(e.__traceback__, limit)):
            print(limit, type(l).__name__, len(l), sys.getsizeof(l))
