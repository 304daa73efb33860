# append, extend and insert.
a = []
a.append(1)
a.append([2])
a.extend([3, 4])
a.extend("xy")
a.extend(x * x for x in range(3))
a.extend({"k": 0})
a.extend(range(2))
a.extend(())
print(a, len(a))
b = [1, 2]
b.insert(0, "start")
b.insert(1, "one")
b.insert(-1, "before last")
b.insert(100, "end")
b.insert(-100, "front")
print(b, b.append(0), b.extend([]))
a = [1, 2]
a.extend(a)
a += a
print(a)
