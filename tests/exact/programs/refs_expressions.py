# Values in the middle of an expression.
import sys
a = []
x = [sys.getrefcount(a), a, sys.getrefcount(a)]
y = (a, sys.getrefcount(a))
z = {"pear": a, "n": sys.getrefcount(a)}
chosen = a or None
compared = sys.getrefcount(a) == sys.getrefcount(a)
n = sys.getrefcount(a if True else x)
walrus = [(w := a), sys.getrefcount(w)]
added = [a] + [a]
doubled = [a] * 3
