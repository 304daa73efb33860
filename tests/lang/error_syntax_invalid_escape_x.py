# An incomplete \x escape.
# test: from=3.13
s = "\x4"
