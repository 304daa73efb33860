# pathlib._local: where 3.13 keeps the classes of pathlib; tracebacks and pickles name it.

from pathlib import *
from pathlib import __all__
