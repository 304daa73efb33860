# len of a number.
print(len(5))
