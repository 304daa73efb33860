# Keys of every hashable type.
d = {"pear": 1, 5: 2, 2.5: 3, (1, "x"): 4, b"raw": 5, True: 6, frozenset([1, 2]): 7, 10 ** 30: 8, "": 9, (): 10, range(3): 11}
e = {1: "one"}
e[1.0] = "still one"
e[0.1 + 0.2] = "sum"
