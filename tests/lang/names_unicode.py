# Identifiers may use letters of any script.
größe = 3
π = 3.14
名前 = "taro"
_under, __dunder, x1 = 1, 2, 3
print(größe, π, 名前, _under, __dunder, x1)
ﬁ = "normalised"
print(fi)
