# A method taken from an object remembers it.
a = []
push = a.append
push(1)
push(2)
print(a)
upper = "abc".upper
print(upper(), upper())
methods = [a.pop, a.copy]
print([m() for m in methods], a)
print("x".join is "x".join, a.append == a.append)
