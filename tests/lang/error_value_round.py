# int of infinity.
# test: stderr=last
int(1e400)
