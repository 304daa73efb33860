# | of a dict wants a dict.
print({1: 2} | [(3, 4)])
