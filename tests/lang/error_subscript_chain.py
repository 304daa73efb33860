# The part of a chain of subscripts that failed.
d = {"a": [1, {"b": None}]}
print(d["a"][1]["b"]["c"])
