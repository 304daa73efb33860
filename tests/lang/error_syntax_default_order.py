# A parameter without default after one with.
# test: from=3.13
def f(a=1, b):
    pass
