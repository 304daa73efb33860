# A slice takes an iterable.
a = [1, 2]
a[0:1] = 5
