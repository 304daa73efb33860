# A lambda with yield is a generator function.
h = lambda: (yield)
print(list((lambda n: (yield n))(5)), list(h()))
it = h()
next(it)
try:
    it.send("value")
except StopIteration as stop:
    print(stop.value)
