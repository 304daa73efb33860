"""References and calls

A call is a frame, and a frame holds its arguments by their names. As long as
the call lasts, its arguments cannot go away; when it ends, it lets go of all.

Passing an object copies nothing: only one more name refers to it.
"""
# pyviz: view references
import sys

# %% An argument is one more name
def look(thing):
    # Inside the call the parameter is a name for the same list, no copy.
    count = sys.getrefcount(thing)
    # The frame goes, and with it the name thing: one reference fewer.
    return count

# One name holds the list.
basket = ["apple"]
# While look() runs, two names refer to it, and getrefcount's argument is a third.
print(look(basket))

# %% What a call changes, it changes for all
def put(where, what):
    where.append(what)

# put() is handed the list itself. What it appends is seen through basket.
put(basket, "pear")
print(basket)

# %% Binding is not changing
def replace(where):
    # This binds a local name to a new list. The caller's name keeps its own.
    where = ["plum"]
    # The new list dies with the frame, for nobody else refers to it.
    return len(where)

replace(basket)
print(basket)

# %% A result outlives its frame
def make():
    fresh = ["fig"]
    # The frame lets go of its name, but the result is held on the way out.
    return fresh

# The caller's name takes over: the count never falls to zero.
kept = make()
# Without a name for the result, nobody takes over: it is freed at once.
make()

# %% A closure holds, too
def counter():
    seen = []
    def add(value):
        seen.append(value)
        return len(seen)
    # The frame of counter() ends, but add() still refers to the list.
    return add

add = counter()
print(add("a"), add("b"))
# With the last reference to the function goes the last one to its list.
del add
