# list.index of what is not there.
[1, 2].index(5)
