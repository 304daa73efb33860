# Slice indices must be integers.
# test: stderr=last
[1, 2]["a":]
