# center, ljust, rjust, zfill, expandtabs.
print([s.center(7, "*") for s in ("abc", "abcd", "")], "ab".center(1), "ab".center(5), "abc".center(6))
print("ab".ljust(5) + "|", "ab".rjust(5, "."), "ab".ljust(1), "-5".zfill(5), "+5".zfill(4), "abc".zfill(5), "12345".zfill(3))
print("a\tb\tcd\te".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(2) + "|", "ab\n\tc".expandtabs(3))
