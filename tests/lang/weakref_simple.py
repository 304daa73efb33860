# A weak reference does not keep its object.
import weakref


class Node:
    pass


n = Node()
r = weakref.ref(n, lambda r: print("callback"))
print(r() is n)
del n
print(r())
