# An extended slice takes exactly as many values.
a = [1, 2, 3, 4]
a[::2] = [1]
