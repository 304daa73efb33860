# yield is an expression.
def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received


g = echo()
print(next(g), g.send("a"), g.send(None))
try:
    g.send("c")
except StopIteration as stop:
    print(stop.value)
try:
    echo().send(1)
except TypeError as error:
    print(error)
print(next(g, "done"))
