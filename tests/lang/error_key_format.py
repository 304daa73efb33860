# str.format with an unknown name.
print("{name}".format(nam=1))
