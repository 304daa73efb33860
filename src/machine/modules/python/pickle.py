# Objects as bytes, and back: _pickle._format.py tells of the format, _pickle._writer.py
# and _pickle._reader.py do the work.

from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING, REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING
from _pickle import (PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads)
from _pickle._format import DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, decode_long, encode_long, opcodes as _opcodes

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads"]
__all__ += sorted(_opcodes)
globals().update(_opcodes)
