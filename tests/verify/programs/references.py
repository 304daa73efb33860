"""Who holds what: names, containers, arguments, closures, generators."""
a = ["one"]
b = a
c = [a, a, (a,)]
def keep(x, *rest, default=[], **named):
    local = x
    again = [local, x]
    return local
keep(a)
keep(a, a, 1, default=b, other=a)
def counter(start):
    count = [start]
    def step(n=1):
        nonlocal count
        count = count + [n]
        return count
    return step
step = counter(5)
first = step(); second = step(2)
def produce(items):
    for item in items:
        got = yield item
        if got:
            print("got", got)
g = produce([a, b])
x = next(g)
y = g.send("something")
del b
c.clear()
z = w = [a]
z, w = w, [z]
for item in [a, z]:
    del item
