# _functools: the names under which CPython's C part of functools is known.

from functools import cmp_to_key, partial, reduce
