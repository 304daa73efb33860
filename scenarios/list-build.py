"""How a list comes to be

A list whose length is known beforehand gets its slots at once, and hardly more
than it needs. A list that grows item by item gets spare room. So two equal lists
may differ in size.
"""
import sys

# %% Known beforehand
# Three constants are copied in at once. Their block is rounded up to four slots,
# an even number.
a = ["x", "y", "z"]
# A slice, here of the whole, has exactly as many slots as items.
b = a[:]
# So do + and *.
c = a + b
d = ["-"] * 5
print(sys.getsizeof(a), sys.getsizeof(b), sys.getsizeof(c), sys.getsizeof(d))

# %% Item by item
# A comprehension appends: it grows as any list that is appended to.
e = [n for n in "vwxyz"]
print(e == list("vwxyz"), sys.getsizeof(e))

# %% From something with a length
# list() asks how many there will be, and makes room for them at once.
f = list(range(5))
print(sys.getsizeof(f))
# A generator does not know: its items are appended one by one.
g = list(n * n for n in range(5))
print(sys.getsizeof(g))

# %% Copies of pointers
# * copies pointers. All three slots refer to one and the same list.
rows = [[0]] * 3
rows[0].append(1)
print(rows)
