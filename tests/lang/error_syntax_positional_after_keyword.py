# A positional argument after one by name.
print(1, sep="", 2)
