# Dict displays of every shape: constants, variables, unpacking, sizes.
v = 5
d0, d1, d2 = {}, {"pear": 1}, {"pear": 1, "kiwi": 2}
d5 = {"pear": 1, "kiwi": 2, "mango": 3, "fig": 4, "plum": 5}
d6 = {"pear": 1, "kiwi": 2, "mango": 3, "fig": 4, "plum": 5, "lime": 6}
d11 = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 11}
d17 = {1: v, 2: v, 3: v, 4: v, 5: v, 6: v, 7: v, 8: v, 9: v, 10: v, 11: v, 12: v, 13: v, 14: v, 15: v, 16: v, 17: v}
d18 = {"a1": 1, "a2": 2, "a3": 3, "a4": 4, "a5": 5, "a6": 6, "a7": 7, "a8": 8, "a9": 9, "b1": 1, "b2": 2, "b3": 3, "b4": 4,
       "b5": 5, "b6": 6, "b7": 7, "b8": 8, "b9": 9}
mixed = {"pear": 1, 2: 3, (4, 5): [6]}
twice = {"pear": 1, "pear": 2, "pear": 3}
variables = {v: v, v + 1: [v]}
unpacked = {**d2}
around = {"before": 0, **d5, "after": 9}
two = {**d5, **d6}
