# Who holds an argument of an exception while its __init__ calls BaseException's: the tuple that the
# call was made with, and the new one.
import sys

count = sys.getrefcount


class Own(Exception):
    def __init__(self, value):
        print("before", count(value), end=" ")
        super().__init__(value)
        print("after", count(value), end=" ")
        self.value = value


class Direct(Exception):
    def __init__(self, value):
        Exception.__init__(self, value)
        print("after", count(value), end=" ")
        self.args = (value, value)
        print("more", count(value), end=" ")


class Twice(Own):
    def __init__(self, value):
        super().__init__(value)
        super().__init__(value)
        print("twice", count(value), end=" ")


held = [1]
for kind in Own, Direct, Twice:
    for _ in range(3):
        made = kind(held)
        print(kind.__name__, count(held), made.args)
made = None
print(count(held))
