# keyword: the words that a program cannot use as names, in the version that is simulated.

import sys as _sys

__all__ = ["iskeyword", "issoftkeyword", "kwlist", "softkwlist"]

kwlist = ("False None True and as assert async await break class continue def del elif else except "
          "finally for from global if import in is lambda nonlocal not or pass raise return try "
          "while with yield").split()
softkwlist = ["_", "case", "match"] + (["type"] if _sys.version_info >= (3, 12) else [])
iskeyword = frozenset(kwlist).__contains__
issoftkeyword = frozenset(softkwlist).__contains__
