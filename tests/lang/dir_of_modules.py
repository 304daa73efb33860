# The public names that modules have, as dir() lists them.
import importlib
import os
import sys

MODULES = """
abc array bisect calendar cmath codecs collections collections.abc contextlib copy copyreg csv dataclasses datetime decimal
difflib enum fractions functools gc getopt glob graphlib hashlib heapq html io itertools json keyword math numbers operator
pickle pprint queue random re reprlib secrets shlex shutil statistics string struct textwrap time timeit traceback types typing
urllib.parse uuid warnings weakref
"""
LATE = ("pickle_by_global_name", "pickle_by_enum_name")  # since 3.11.4
for name in MODULES.split():
    module = importlib.import_module(name)
    late = LATE if sys.version_info < (3, 11, 4) else ()
    print(name, [n for n in dir(module) if not n.startswith("_") and n not in late])
    print(len(dir(module)) == len(set(dir(module))))


def attempt(source):
    try:
        print(source, eval(source))
    except AttributeError as error:
        print(source, error)


# What no module has is no matter of what is simulated.
attempt("__import__('math').nothing")
attempt("hasattr(__import__('functools'), 'Partial')")
attempt("hasattr(__import__('itertools'), 'batched')")

exec("from textwrap import *")
exec("from timeit import *")
print(sorted(n for n in globals() if n in ("dedent", "sys", "run_source", "timeit", "default_timer")), os.name)
