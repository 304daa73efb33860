# _pickle: the names under which CPython's C part of pickle is known; see _pickle._format.

from _pickle._format import PickleError, PicklingError, UnpicklingError
from _pickle._reader import Unpickler, load, loads
from _pickle._writer import Pickler, dump, dumps
