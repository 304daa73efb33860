def bubble(a):
    n = len(a)
    for i in range(n):
        for j in range(n - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a


def quick(a):
    if len(a) <= 1:
        return a
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])


print(bubble([5, 2, 9, 1, 7]))
print(quick([3, 6, 1, 8, 2]))
people = [("Ann", 31), ("Bo", 25), ("Cy", 28)]
people.sort(key=lambda p: p[1])
print(people)
