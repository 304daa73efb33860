# Containers that contain themselves.
a = [1]
a.append(a)
print(a, a[1] is a, len(a))
d = {"k": 1}
d["self"] = d
print(d, d["self"]["self"]["k"])
b = [a, d]
d["list"] = b
print(b)
t = ([],)
t[0].append(t)
print(t)
