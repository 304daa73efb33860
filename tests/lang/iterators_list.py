# A list's iterator sees what is appended, and stays spent.
a = [1, 2]
it = iter(a)
print(next(it))
a.append(3)
print(list(it))
a.append(4)
print(list(it), next(it, "spent"))
it = iter(a)
a.clear()
print(list(it))
print([x for x in iter("ab")], list(iter(())), next(iter({7}), None))
