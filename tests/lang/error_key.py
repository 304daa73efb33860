# A key that is not there: KeyError shows its repr.
d = {"pear": 1}
print(d["pear"])
print(d["kiwi"])
