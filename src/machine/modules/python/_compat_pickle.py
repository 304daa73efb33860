# What Python 2 calls the modules and names of Python 3: protocols 0 to 2 write its names, so that it
# can read them.

IMPORT_MAPPING = {
    "__builtin__": "builtins", "copy_reg": "copyreg", "Queue": "queue", "ConfigParser": "configparser",
    "repr": "reprlib", "_abcoll": "collections.abc", "urlparse": "urllib.parse", "htmlentitydefs": "html.entities",
    "HTMLParser": "html.parser", "thread": "_thread", "SocketServer": "socketserver", "httplib": "http.client",
    "cPickle": "pickle", "StringIO": "io", "cStringIO": "io", "UserDict": "collections", "UserList": "collections",
    "UserString": "collections", "whichdb": "dbm", "exceptions": "builtins",
}

_renamed = """
__builtin__.xrange builtins.range           __builtin__.reduce functools.reduce     __builtin__.intern sys.intern
__builtin__.unichr builtins.chr             __builtin__.unicode builtins.str        __builtin__.long builtins.int
itertools.izip builtins.zip                 itertools.imap builtins.map             itertools.ifilter builtins.filter
itertools.ifilterfalse itertools.filterfalse                itertools.izip_longest itertools.zip_longest
UserDict.IterableUserDict collections.UserDict              UserList.UserList collections.UserList
UserString.UserString collections.UserString
urllib.quote urllib.parse.quote             urllib.unquote urllib.parse.unquote
urllib.urlencode urllib.parse.urlencode
urllib.quote_plus urllib.parse.quote_plus   urllib.unquote_plus urllib.parse.unquote_plus
"""

_exceptions = """
ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError
OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError
SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
"""

_newer_exceptions = {"OSError": """BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError
    ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError
    NotADirectoryError PermissionError ProcessLookupError TimeoutError""", "ImportError": "ModuleNotFoundError"}


def _pairs(text):
    words = [tuple(word.rsplit(".", 1)) for word in text.split()]
    return dict(zip(words[::2], words[1::2]))


NAME_MAPPING = _pairs(_renamed)
NAME_MAPPING.update({("exceptions", name): ("builtins", name) for name in _exceptions.split()})
NAME_MAPPING["__builtin__", "basestring"] = ("builtins", "str")
NAME_MAPPING["exceptions", "StandardError"] = ("builtins", "Exception")

REVERSE_IMPORT_MAPPING = {new: old for old, new in IMPORT_MAPPING.items()
                          if old not in ("cPickle", "StringIO", "cStringIO", "UserDict", "UserList", "UserString",
                                         "exceptions", "whichdb")}
REVERSE_IMPORT_MAPPING["_functools"] = "functools"
REVERSE_IMPORT_MAPPING["_pickle"] = "pickle"
REVERSE_NAME_MAPPING = {new: old for old, new in _pairs(_renamed).items()}
REVERSE_NAME_MAPPING.update({("builtins", name): ("exceptions", name) for name in _exceptions.split()})
REVERSE_NAME_MAPPING.update({("builtins", name): ("exceptions", old) for old, names in _newer_exceptions.items()
                             for name in names.split()})
REVERSE_NAME_MAPPING["_functools", "reduce"] = ("__builtin__", "reduce")
