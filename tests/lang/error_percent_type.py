# %d of a string.
# test: stderr=last
print("%d" % "x")
