# zip of unequal lengths, strict.
print(list(zip([1], [2], strict=True)))
list(zip([1, 2], [3], strict=True))
