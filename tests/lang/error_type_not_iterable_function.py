# list of a number.
list(5)
