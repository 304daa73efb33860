# Strings hold code points.
s = "aé日\U0001F600"
print(len(s), s[1], s[-1], s[::-1], [ord(c) for c in s], s[1:3], s.upper(), s * 2)
print("é" == "e\u0301", "é" in "café", "日本語".find("本"), max("aé"), sorted("bßa"), "Ω".lower(), "ω".upper())
print({"é": 1}["\u00e9"], "\u00e9" in s, s.replace("日", "本"), s.split("é"), "é".center(5, "日"))
