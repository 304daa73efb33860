# List literals of constants, of variables, mixed, starred, and longer than 30.
v = 5
c0, c1, c2 = [], [1], [1, 2]
c3, c4, c5, c6 = [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6]
c7, c8, c9 = [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8, 9]
v1, v2, v3, v4, v5 = [v], [v, v], [v, v, v], [v, 1, 2, 3], [1, 2, 3, 4, v]
s1, s2, s3, s4 = [*c3], [*c3, 1], [1, 2, 3, *c3], [*c5, *v5, v]
n1, n2 = [[], [1, 2, 3]], [(1, 2), (v, 1), "s"]
long_constants = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2]
long_30 = [v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v]
long_31 = [v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v]
long_33 = [v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v]
