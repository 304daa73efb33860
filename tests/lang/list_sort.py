# list.sort: in place, stable, key, reverse; it returns None.
a = [5, 2, 9, 1, 5, 6]
print(a.sort(), a)
a.sort(reverse=True)
print(a)
words = ["banana", "Fig", "apple", "cherry", "date"]
words.sort()
print(words)
words.sort(key=str.lower)
print(words)
words.sort(key=len)
print(words)
words.sort(key=len, reverse=True)
print(words)
pairs = [(i * 7 % 5, i) for i in range(12)]
def first(p): return p[0]
pairs.sort(key=first)
print(pairs)
mixed = [3, 1.5, True, 2 ** 70, -1e10]
mixed.sort()
print(mixed)
