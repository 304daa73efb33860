# A method called with the wrong number of arguments.
a = [1]
a.append(1, 2)
