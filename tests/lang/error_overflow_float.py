# A float too large: OverflowError.
# test: stderr=last
x = 10.0
print(x ** 308)
print(x ** 309)
