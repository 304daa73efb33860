# A string that does not end.
print("abc)
