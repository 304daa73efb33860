# maketrans and translate.
table = str.maketrans("abc", "xyz")
print("aabbcc-d".translate(table), table)
print("hello".translate(str.maketrans("l", "L", "h")), "abc".translate({97: "AA", 98: None, ord("c"): 33}))
print("né".translate(str.maketrans({"é": "e", "n": ""})), "a".translate({}))
