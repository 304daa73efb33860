# An index past the end of a tuple.
# test: stderr=last
t = (1, 2)
t[-3]
