# Sorting what cannot be compared.
a = [3, "x", 1]
a.sort()
