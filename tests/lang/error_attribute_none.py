# A method of None, after a method that returns nothing.
a = [2, 1].sort()
a.append(3)
