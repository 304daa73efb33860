# pop, remove, clear, del.
a = [0, 1, 2, 3, 2, 5]
print(a.pop(), a.pop(0), a.pop(-2), a)
print(a.remove(2), a)
a.clear()
print(a, a == [])
b = [1.0, True, "1", 1]
b.remove(1)
b.remove(1)
print(b)
b.pop(), b.pop()
print(b, len(b))
