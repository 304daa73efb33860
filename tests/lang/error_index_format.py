# str.format with too few values.
print("{} {}".format(1))
