# A slice's step cannot be zero.
a = [1, 2, 3]
print(a[::0])
