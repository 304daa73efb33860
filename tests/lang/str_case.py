# Case methods of str.
s = "hello World éß ǆ"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), "ẞß".casefold())
print("ABC".isupper(), "abC".islower(), "Ab Cd".istitle(), "a1".isupper(), "A1".isupper(), "".islower(), "ΑΣ".lower())
print("they're bill's".title(), "ŉ".upper(), "ﬁ".upper(), "İ".lower() == "i̇", "straße".upper())
