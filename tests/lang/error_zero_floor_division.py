# Floor division by zero.
# test: stderr=last
n = 0
print(7 // n)
