import sys
def attempt(statement):
    try:
        statement()
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "name", ""), getattr(e, "path", ""))
def a():
    import no_such_module
def b():
    import beside.no_such
def c():
    import beside.tools.part
def d():
    from beside.tools import nothing
def e():
    from no_such_module.part import x
def f():
    import beside.broken
def g():
    import beside.circ_a
def h():
    import sys.path2
for statement in (a, b, c, d, e, f, f, g, h):
    attempt(statement)
print("beside.broken" in sys.modules, "beside.circ_a" in sys.modules, "beside.circ_b" in sys.modules)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as error:
    print(type(error).__name__, error)
sys.modules["made"] = 17
import made
print(made)
attempt(lambda: __import__("beside").nothing)
print(__import__("beside.sub.deep").__name__, __import__("beside.sub.deep", fromlist=["x"]).__name__)
