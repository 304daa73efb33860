# An import that ends too early.
# test: from=3.13
from sys import
