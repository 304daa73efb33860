# % formatting with too few values.
print("%s %s" % (1,))
