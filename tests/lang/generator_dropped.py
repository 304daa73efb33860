# A generator that nobody refers to any more runs its finally.
def f(name):
    try:
        yield name
    finally:
        print("finally", name)


def g():
    return next(f("temporary"))


print(g())
a = f("deleted")
next(a)
del a
print("after del")
for x in f("loop"):
    break
print("end of loop")
never = f("never started")
del never
kept = f("at the end")
kept = next(kept)
