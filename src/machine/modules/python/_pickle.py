from _pickle_format import PickleError, PicklingError, UnpicklingError
from _pickle_reader import Unpickler, load, loads
from _pickle_writer import Pickler, dump, dumps
