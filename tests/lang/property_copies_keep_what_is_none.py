# None handed to getter(), setter() or deleter() stands for what there was.
# test: from=3.12
p = property("read", "write", "delete", "doc")
q = p.getter(None)
print(q.fget, q.fset, q.fdel, q.__doc__, q is p)
print(p.setter(None).fset, p.deleter(None).fdel, p.setter("other").fset)
