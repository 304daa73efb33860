d = {"ham": 1}
print(d["ham"])
print(d["spam"])
