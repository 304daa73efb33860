from bisect import bisect, bisect_left, bisect_right, insort, insort_left
a = [1, 3, 3, 5]
print(bisect(a, 3), bisect_left(a, 3), bisect_right(a, 0), bisect_left(a, 9), bisect(a, 3, 2), bisect(a, 3, 0, 1))
insort(a, 4); insort_left(a, 3)
print(a, bisect_left(["a", "bb", "ccc"], 2, key=len))
def grade(score):
    return "FDCBA"[bisect([60, 70, 80, 90], score)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
people = []
for p in [("Bob", 5), ("Al", 3), ("Cy", 4)]:
    insort(people, p, key=lambda t: t[1])
print(people)
try:
    bisect([1], 1, -1)
except ValueError as e:
    print(e)
