# A block that is not indented.
# test: from=3.13
def f():
return 1
