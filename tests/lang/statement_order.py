# A program runs from the top; a function sees globals bound after its def.
def f():
    return later


later = "bound after the def"
print(f())
later = 2
print(f())
def f():
    return "redefined"
print(f())
