# list.remove of what is not there.
a = [1, 2]
a.remove(3)
