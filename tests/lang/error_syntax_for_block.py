# A for without its block.
# test: from=3.13
for x in [1]:
print(x)
