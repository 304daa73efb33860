from pathlib import *
from pathlib import __all__
