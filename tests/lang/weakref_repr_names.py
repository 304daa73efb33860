# The name that a weak reference shows is one that the class of its object has: no attribute hook is asked.
import weakref
class Table(dict):
    def __getattr__(self, name):
        print("asked", name)
        return self[name]
class Other:
    def __getattr__(self, name):
        print("asked", name)
        return self[name]
table = Table()
print(repr(weakref.ref(table)).endswith(">"))
print(repr(weakref.ref(Other())).endswith(">"))
o = Other()
print(repr(weakref.ref(o)).endswith(">"))
