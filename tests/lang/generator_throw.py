# throw raises where the generator paused.
def f():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            print("handled", error)
        finally:
            print("finally")


g = f()
print(next(g))
print(g.throw(ValueError("v")))
print(g.throw(ValueError))
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("out", error)
print(list(g))
try:
    g.throw(IndexError("late"))
except IndexError as error:
    print(error)
new = f()
try:
    new.throw(TypeError("early"))
except TypeError as error:
    print(error, next(new, "over"))
for wrong in (5, int):
    try:
        f().throw(wrong)
    except TypeError as error:
        print(error)
