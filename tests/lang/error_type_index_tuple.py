# A tuple's index must be an integer or a slice.
t = (1, 2)
print(t[None])
