# A lambda with a wrong default order.
# test: from=3.13
f = lambda a=1, b: a
