# A sequence for a dict must hold pairs.
# test: stderr=last
dict([1, 2])
