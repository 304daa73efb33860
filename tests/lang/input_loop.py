# Numbers from input, until an empty line.
# test: stdin="3\n-4\n5.5\n\nnot read\n"
total = 0
while line := input():
    total += float(line)
print(total)
