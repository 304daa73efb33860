# Modules that the program writes itself, imports, writes anew and reloads; what a module's namespace has at first.
import importlib
import os
import shutil
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True


def write(name, text):
    importlib.invalidate_caches()
    with open(f"{here}/{name}", "w") as file:
        file.write(text)


write("written_one.py", "x = 1\nonce = 5\nprint('runs', __name__)\n")
import written_one
print(written_one.x, list(vars(written_one)))
write("written_one.py", "x = 22222\nprint('runs again', once)\n")
import written_one as again
print(again.x, importlib.reload(written_one) is again, again.x, again.once)
write("written_one.py", "x = 3\n1 / 0\n")
try:
    importlib.reload(written_one)
except ZeroDivisionError as error:
    print(error, written_one.x, sys.modules["written_one"] is written_one)

for other in 5, "written_one", print, sys.modules["__main__"]:
    try:
        importlib.reload(other)
    except (TypeError, ImportError) as error:
        print(type(error).__name__, error, getattr(error, "name", None))
del sys.modules["written_one"]
try:
    importlib.reload(written_one)
except ImportError as error:
    print(error, error.name)

os.makedirs(f"{here}/written_package/inner", exist_ok=True)
write("written_package/__init__.py", "from . import part\nprint(__path__ == [__file__.rpartition('/')[0]])\n")
write("written_package/part.py", "from .inner.core import v\n")
write("written_package/inner/__init__.py", "")
write("written_package/inner/core.py", "v = __package__\n")
import written_package.part as part
import written_package
print(part.v, written_package.inner.core.__spec__.name, list(vars(written_package))[:9])
importlib.reload(written_package)
importlib.reload(part)
shutil.rmtree(f"{here}/written_package")
os.remove(f"{here}/written_one.py")
try:
    import written_one
except ImportError as error:
    print(repr(error))
try:
    importlib.reload(written_package)
except ImportError as error:
    print(repr(error))
del again.__spec__
try:
    again.__spec__
except AttributeError as error:
    print(error)
try:
    from os import nothing_such
except ImportError as error:
    print(str(error).partition("(")[0], error.path.rpartition("/")[2])
