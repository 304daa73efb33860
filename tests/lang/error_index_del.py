# del past the end.
a = [1]
del a[1]
