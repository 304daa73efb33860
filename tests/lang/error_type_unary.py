# Minus of a string.
s = "x"
print(-s)
