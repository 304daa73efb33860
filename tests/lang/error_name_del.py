# del of a name that is not there.
x = 1
del x
del x
