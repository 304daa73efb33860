# _operator: the names under which CPython's C part of operator is known.

from operator import *
