# sys.getsizeof of the builtin types.
import sys
print(sys.getsizeof([]), sys.getsizeof([1]), sys.getsizeof([1, 2, 3]), sys.getsizeof(list(range(10))))
print(sys.getsizeof(()), sys.getsizeof((1, 2)), sys.getsizeof({}), sys.getsizeof({"a": 1}), sys.getsizeof({1: 1}))
print(sys.getsizeof(set()), sys.getsizeof({1}), sys.getsizeof({1, 2, 3, 4, 5}), sys.getsizeof(frozenset()))
print(sys.getsizeof(0), sys.getsizeof(1), sys.getsizeof(2 ** 30), sys.getsizeof(2 ** 60), sys.getsizeof(-2 ** 100))
print(sys.getsizeof(1.5), sys.getsizeof(True), sys.getsizeof(None), sys.getsizeof(1j), sys.getsizeof(range(5)))
print(sys.getsizeof("a"), sys.getsizeof("abc"), sys.getsizeof("é"), sys.getsizeof("日本"), sys.getsizeof("\U0001F600x"))
print(sys.getsizeof(b""), sys.getsizeof(b"abc"), sys.getsizeof(slice(1)), sys.getsizeof(""), sys.getsizeof(False))
a = []
for i in range(20):
    a.append(i)
    print(sys.getsizeof(a), end=" ")
d = {}
for i in range(20):
    d[str(i)] = i
    print(sys.getsizeof(d), end=" ")
print()
