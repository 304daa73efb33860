# Integer modulo by zero.
# test: stderr=last
a, b = 7, 0
print(a % b)
