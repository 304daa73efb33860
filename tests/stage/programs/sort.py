"""Sorting"""
a = [3, 1, 2, 9, 8, 7, 5]
a.sort()
b = ["pear", "fig", [1], (2, 3), None, a, a]
b.reverse()
del b[1:3]
b[0] = 2.5
a.clear()
