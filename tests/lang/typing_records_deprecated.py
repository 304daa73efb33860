# The ways to make named tuples and typed dicts that versions warn of.
import sys
import warnings
from typing import NamedTuple, TypedDict


def tell(make):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(make().__name__, end=" ")
        except TypeError as error:
            print(error, end=" ")
    print([(w.category.__name__, str(w.message), w.filename == __file__) for w in caught])


tell(lambda: NamedTuple("A", [("x", int)]))
tell(lambda: NamedTuple("A", x=int))
tell(lambda: NamedTuple("A"))
tell(lambda: NamedTuple("A", None))
tell(lambda: NamedTuple("A", [("x", int)], y=int))
tell(lambda: TypedDict("T", {"x": int}))
if sys.version_info < (3, 13):
    tell(lambda: TypedDict("T", x=int))
    tell(lambda: TypedDict("T", {"x": int}, y=int))
    tell(lambda: NamedTuple("A", None, y=int))
