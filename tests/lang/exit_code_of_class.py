"""A SystemExit whose class has a code."""
import sys
class S(SystemExit):
    code = 7
raise S(3)
