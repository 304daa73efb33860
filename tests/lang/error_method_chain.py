# The part of a chain of methods that failed.
s = "a,b"
print(s.upper().split(",").index("c"))
