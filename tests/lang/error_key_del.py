# del of a key that is not there.
d = {1: 2}
del d["x"]
