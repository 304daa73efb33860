# Assignment past the end.
a = [1]
a[3] = 5
