# An index past the end, in a loop inside a function.
def find(a, n):
    for i in range(n):
        print(a[i])


find([10, 20], 5)
