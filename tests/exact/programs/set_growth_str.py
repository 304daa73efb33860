# A set of strs at lengths around its resizes.
made = []
for n in (0, 1, 2, 3, 4, 5, 6, 18, 19, 20, 76, 77, 78):
    s = set()
    for i in range(n):
        s.add("key %d" % i)
    made.append(s)
