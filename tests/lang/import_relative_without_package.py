# What a relative import goes by in a namespace that does not say its package, and what it leaves there.
import timeit
import warnings
class S:
    parent = "json"
class T:
    parent = 5
for namespace in ({}, {"__name__": "m"}, {"__name__": "json.x"}, {"__name__": "json", "__path__": []}, {"__name__": 5}, {"__package__": None, "__name__": "json.tool"}, {"__spec__": S()}, {"__spec__": T()}, {"__spec__": 5}, {"__spec__": None, "__name__": "a.b.c"}, {"__package__": "json"}, {"__name__": "", }, {"__name__": ".x"}):
    for text in ("from . import decoder", "from .decoder import JSONDecoder", "from .. import x"):
        try:
            exec(text, namespace)
            print(sorted(n for n in namespace if n[0] != "_"))
        except Exception as e:
            print(type(e).__name__, e)
    print(sorted(namespace))
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    try: exec("from . import x", {"__name__": "m"})
    except ImportError as e: print(e)
    try: exec("from . import x", {})
    except KeyError as e: print(e)
print([(w.category.__name__, str(w.message)) for w in said])
ns = {"__name__": "m"}
try: exec("from . import x", ns)
except ImportError as e: print(e)
print(ns["__warningregistry__"])

warnings.simplefilter("ignore")
try: exec("from . import x", ns)
except ImportError as e: print(e)
print(ns["__warningregistry__"])
ns = {"x": 1}
timeit.timeit("x", number=1, globals=ns)
print(sorted(ns))
