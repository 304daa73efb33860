# next of a list.
next([1])
