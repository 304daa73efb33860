# The operators of sets want sets.
print({1}.union([2]))
print({1} | [2])
