# A range's step cannot be zero.
# test: stderr=last
range(1, 5, 0)
