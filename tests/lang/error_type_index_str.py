# A string's index must be an integer.
s = "abc"
print(s["0"])
