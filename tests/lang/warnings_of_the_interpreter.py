"""What the interpreter itself warns of goes through the filters of the module warnings."""
import sys
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(bool(NotImplemented))
    g = (x for x in [1])
    try:
        g.throw(ValueError, "x")
    except ValueError as e:
        print(e)

    async def f():
        pass
    f()
    exec("x = 1 is 1")
    if sys.version_info >= (3, 12):
        exec("y = '\\d'")
for w in caught:
    print(w.category.__name__, w.message, w.lineno, w.filename == __file__)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        bool(NotImplemented)
    except Exception as e:
        print(type(e).__name__, e)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    bool(NotImplemented)
exec("z = 2 is 2")
bool(NotImplemented)
