# Text of integers of any size, both ways.
n = 7 ** 300
s = str(n)
print(len(s), s[:20], s[-20:])
print(int(s) == n, int(s[::-1]) % 1000, repr(-n) == "-" + s, hash(n), f"{n:x}"[:20])
print(int("f" * 40, 16), int("1" * 100, 2), len(str(2 ** 4000)), str(10 ** 50))
