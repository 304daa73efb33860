# A tuple's items cannot be deleted.
t = (1, 2)
del t[0]
