# Methods of str give new strings.
s = "abc"
t = s
s += "d"
print(s, t)
u = t.upper()
print(t, u, t.replace("x", "y") == t, t[:] is t, str(t) is t, t + "" is t, t * 1 is t)
a = "x"
for i in range(5):
    a += str(i)
print(a, len(a), a is not t)
