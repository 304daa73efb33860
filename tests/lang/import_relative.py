import beside.relative as r
print(r.tools.__name__, r.up, r.listed, hasattr(r, "unlisted"))
import beside.sub.deep as deep
print(deep.x is r.up, deep.__package__, deep)
try:
    import beside.sub.beyond
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    from . import anything
except ImportError as e:
    print(type(e).__name__, e)
