# A negative shift.
# test: stderr=last
n = -1
1 << n
