# A for without its block.
for x in [1]:
print(x)
