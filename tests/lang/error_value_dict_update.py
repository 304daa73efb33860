# A sequence for a dict must hold pairs, not triples.
# test: stderr=last
dict([(1, 2, 3)])
