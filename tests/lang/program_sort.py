# Insertion sort and quicksort, by hand.
def insertion_sort(a):
    for i in range(1, len(a)):
        x, j = a[i], i
        while j > 0 and a[j - 1] > x:
            a[j] = a[j - 1]
            j -= 1
        a[j] = x
    return a


def quicksort(a):
    if len(a) < 2:
        return a
    pivot, *rest = a
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])


data = [(i * 7919) % 101 for i in range(40)]
print(insertion_sort(data[:]))
print(quicksort(data) == sorted(data), quicksort(list("quicksort")))
