# A generator that is left half-way is closed when it goes, in a cycle too, and at the end.
import gc


def g(name):
    try:
        yield name
    finally:
        print("closed", name)


x = g("dropped")
next(x)
del x
l = [g("in a cycle")]
next(l[0])
l.append(l)
del l
print(gc.collect() > 0)
y = g("at the end")
next(y)
unstarted = g("never started")
print("end")
