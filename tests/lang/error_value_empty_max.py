# max of nothing.
# test: stderr=last
max([])
