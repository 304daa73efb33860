# The first key that is no str rebuilds a dict of strs.
made = []
for n in range(12):
    d = {}
    for i in range(n):
        d["key %d" % i] = i
    d[n] = "int"
    made.append(d)
looked = {"pear": 1, "kiwi": 2}
got = looked.get(5)
found = 5 in looked
tuple_key = {"pear": 1}
tuple_key[1, 2] = 3
deleted_first = {"pear": 1, "kiwi": 2, "mango": 3}
del deleted_first["kiwi"]
deleted_first[7] = 8
int_first = {1: 2}
int_first["pear"] = 3
emptied = {1: 2}
del emptied[1]
emptied["pear"] = 3
cleared = {1: 2}
cleared.clear()
cleared["pear"] = 3
