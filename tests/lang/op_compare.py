# The six comparisons, on numbers and strings.
print(1 < 2, 2 < 1, 1 <= 1, 2 > 1, 1 >= 2, 1 == 1, 1 != 1)
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z")
print(b"a" < b"b", b"" == b"", b"ab" >= b"a")
print(1 == "1", 1 != "1", None == False, [] == (), "" == b"")
print(True == 1, True > False, True < 2)
