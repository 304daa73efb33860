# Calls of classes, specialized for a class as it was: who holds the class and the arguments.
# test: from=3.13
import sys
class T:
    count = 0
    def __init__(self, a):
        print(sys.getrefcount(T), sys.getrefcount(a), end="; ")
        T.count += 1
        self.x = T.count
class U:
    def __init__(self, a):
        print(sys.getrefcount(U), sys.getrefcount(a), end="; ")

for i in range(6): T([])
print()
for i in range(6): U([])
print()
print()
for i in range(4):
    for c in T, U: c([])
print()
def f():
    T([])
for i in range(4): f()
d = {}
for i in range(4): d[i] = T([])
for i in range(60): T([])
