# The empty dict that has no table, and those that have had one.
literal = {}
called = dict()
from_empty = dict({})
cleared = {"k": 1}
cleared.clear()
deleted = {"k": 1}
del deleted["k"]
popped = {"k": 1}
popped.popitem()
copied = deleted.copy()
comprehended = {k: k for k in ()}
from_keys = dict.fromkeys(())
