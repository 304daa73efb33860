# Constants of the code are held by the code too.
import sys
x = 1000
print(sys.getrefcount(x))
y = 1000
print(x is y)
t = (1001, 1002)
print(sys.getrefcount(t))
f = 3.25
print(sys.getrefcount(f))
n = 500 + len("ab")
print(sys.getrefcount(n))
