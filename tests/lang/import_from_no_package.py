"""What an import says where the parent is no package, and what a Fraction takes for digits."""
try: import os.nothing
except ImportError as e: print(e, repr(e.__context__), e.__suppress_context__, e.__cause__, e.name)
try:
    try: 1/0
    except ZeroDivisionError: import math.x
except ImportError as e: print(e, repr(e.__context__), repr(e.__context__.__context__), e.__suppress_context__)
from fractions import Fraction
for t in "1__0", "", "_1", "1_0", "\u0661/2", "1.\u0665e2", "1_", "1._5","\u00b2":
    try: print(Fraction(t))
    except ValueError as e: print(e)
import os.path.more
