# A forgotten comma.
x = [1 2]
