# Overwriting keeps the entry, its key object too.
d = {1: "int", "pear": "first"}
d[1.0] = "float"
d[True] = "bool"
d["pe" + "ar".lower()] = "second"
key = "longer " + str(5)
d[key] = key
d["longer 5"] = "again"
