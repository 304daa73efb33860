# Generators receive values, exceptions and are closed.
def average():
    total = n = 0
    result = None
    while True:
        result = yield result
        total += result
        n += 1
        result = total / n


a = average()
next(a)
print(a.send(10), a.send(20), a.send(60))
a.close()
print(list(a))
