# Tuple displays: empty, single, nested, without parentheses.
print((), (1,), (1, 2), (1, 2,))
t = 1, 2, 3
print(t, type(t), len(t))
single = 5,
print(single)
print(((1, 2), (3,), ()))
a = 9
print((a, a + 1), (*t, a), (*"ab",))
