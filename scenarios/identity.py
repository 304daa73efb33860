"""Equal is not the same

== asks whether two objects have the same value. `is` asks whether they are one
object. An id is unique only as long as the object lives.

Some objects are shared without your asking: small ints, and constants.
"""
# pyviz: view references
import sys

# %% Two lists that are equal
a = [1, 2]
# A second list with equal contents. Two boxes, two identities.
b = [1, 2]
# The values are equal; the objects are two.
print(a == b, a is b)
# c is one more name for the first list: here == and `is` agree.
c = a
print(a == c, a is c)
# So a change through one name shows through the other, and not in b.
c.append(3)
print(a, b)

# %% Small ints are shared
# The ints from -5 to 256 exist once, before any program starts. Since Python 3.12
# they are immortal, too, like None and True: nobody counts who refers to them.
x = 256
y = int("256")
print(x is y)
# Above, an int that is computed is an object of its own.
x = int("257")
y = int("257")
print(x == y, x is y)

# %% Strings
# The compiler keeps one copy of a constant. Two names, one str.
s = "pear"
t = "pear"
print(s is t)
# A str that is made at run time is another object, though it is equal.
t = "".join(["pe", "ar"])
print(s == t, s is t)
# Interning looks for that text in a table of strs, and gives the one that is there:
# the constant, for names and constants that look like names are interned.
t = sys.intern(t)
print(s is t)
# Never use `is` for values: it asks about boxes, not about what is in them.

# %% An address can be used again
# The first list is freed before the second is made, and its place is free.
print(id([]) == id([]))
# While both live, their ids must differ.
p = []
q = []
print(id(p) == id(q))
