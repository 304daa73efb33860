"""Where statements begin: every kind, and every way out of it."""
log = []
for i in range(4):
    if i == 1: continue
    elif i == 3: break
    log.append(i)
else:
    log.append("never")
while log:
    log.pop()
else:
    log.append("else")
def leave(how):
    for n in range(2):
        try:
            if how == "return": return n
            if how == "break": break
            if how == "continue": continue
            if how == "raise": raise ValueError(how)
            log.append(n)
        except ValueError as error:
            log.append(str(error))
        else:
            log.append("else")
        finally:
            log.append("finally")
    return "end"
for how in ("return", "break", "continue", "raise", "fall"):
    print(how, leave(how), len(log))
class Manager:
    def __enter__(self): return self
    def __exit__(self, *what): return True
def inside():
    with Manager() as m:
        with Manager(), Manager():
            return [m is not None]
print(inside())
with Manager():
    raise KeyError("swallowed")
x = 1; y = [x]; z = y
assert y == [1], "no"
def decorate(f):
    return f
@decorate
@decorate
def decorated(a=(1, 2), *, b={}):
    """A docstring is no statement."""
    global x
    x = 2
    pass
    return a
decorated()
f = lambda n: [n]; y = f(1) if x else f(2)
n = 3
while True:
    n -= 1
    if not n:
        break
value = [c for c in "abc" if c != "b"]
