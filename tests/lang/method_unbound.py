# A method taken from a type is called with the object first.
print(str.upper("abc"), list.append([], 1), str.join("-", ["a", "b"]))
a = [3, 1]
list.sort(a)
print(a, dict.get({"k": 1}, "k"), int.bit_length(5), tuple.count((1, 1), 1))
print([str.strip(s) for s in (" a ", "b ")])
