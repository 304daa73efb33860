# Set displays: three constants or more are built through a frozenset.
v = 5
s1, s2 = {33}, {33, 1}
s3 = {33, 1, 65}
s4 = {65, 33, 1, 97}
s5, s6 = {1, 2, 3, 4, 5}, {9, 8, 7, 6, 5, 4}
w3, w4 = {v, 33, 1}, {33, 1, 65, v}
w6 = {v, v + 8, v + 16, v + 24, v + 32, v + 40}
words = {"pear", "kiwi", "mango", "fig", "lime"}
mixed = {1, "pear", 2.5, (1, 2), b"raw"}
starred = {*s3, *words}
long = {0, 8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 120, 128, 136, 144, 152, 160, 168, 176, 184}
