# `is` with a literal: warned of when the program is compiled, before it runs.
a = 1
print("first")
print(a is 1, a is not "x", a is (1, 2), a is None, a is True)
if 0:
    print(a is -1)
while a is 1000:
    break
print([b for b in (1, 2) if b is 1] or 1 < a is 1)
