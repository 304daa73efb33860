# next of a spent iterator.
it = iter([1])
print(next(it))
next(it)
