"""A block is missing, and the file ends with empty lines."""
class A:
    def f(self):


