# Float division by zero.
# test: stderr=last
n = 0.0
print(7.5 / n)
