# list() and tuple() of any iterable.
print(list(), list("abc"), list((1, 2)), list({"a": 1, "b": 2}), list(range(3)), list({5}), list(b"ab"))
print(tuple(), tuple("abc"), tuple([1, 2]), tuple({"a": 1}), tuple(range(3)), tuple(x * x for x in range(3)))
a = [1, [2]]
b = list(a)
print(a == b, a is b, a[1] is b[1])
t = (1, [2])
print(tuple(t) is t, list(t), tuple(a), list(zip("ab", [1, 2])), list(enumerate("x")), list({1: 2}.items()))
