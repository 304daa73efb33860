# pop past the end.
a = [1]
a.pop(5)
