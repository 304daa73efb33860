# % formatting with too many values.
print("%s" % (1, 2))
