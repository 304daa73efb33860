# The name of an except clause is unbound behind it, also when it was bound before.
error = "before"
try:
    1 / 0
except ZeroDivisionError as error:
    print(error)
print("error" in globals())


def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        del e
    try:
        e
    except UnboundLocalError as u:
        print(u)
    try:
        1 / 0
    except ZeroDivisionError as e:
        e = 5
    try:
        print(e)
    except NameError as u:
        print(u)


f()
