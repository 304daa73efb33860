# map and filter.
print(list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "a"])), list(filter(str.isdigit, "a1b2")))
print(callable(len), bin(10), hex(255), oct(8), hasattr([], "append"), getattr("a", "upper")(), vars, pow(2, 5))
