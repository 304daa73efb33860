# Dict displays: order of insertion, later keys win, the position stays.
a = "k"
print({}, {"a": 1}, {1: 2, "b": [3]}, {a: a})
print({"x": 1, "y": 2, "x": 3})
print({1: "int", 1.0: "float", True: "bool"})
d = {"p": 1}
print({**d, "q": 2}, {"p": 0, **d}, {**d, **{"p": 5, "r": 6}})
print({None: 1, (1, 2): 3, 2.5: 4})
