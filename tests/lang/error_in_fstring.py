# An exception inside an f-string.
d = {}
print(f"before {d['x']} after")
