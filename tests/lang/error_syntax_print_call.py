# print without its brackets, with a name.
name = 1
print name
