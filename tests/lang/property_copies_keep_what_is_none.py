# None handed to getter(), setter() or deleter() stands for what there was.
def get(self):
    return 5


p = property(get, doc="a doc")
q = p.setter(None).getter(None).deleter(None)
print(q.fget is get, q.fset, q.fdel, q.__doc__)
q = p.setter(get).setter(None)
print(q.fset is get, q is not p)
