# A tuple with a list inside has no hash.
# test: stderr=last
print(hash((1, [2])))
