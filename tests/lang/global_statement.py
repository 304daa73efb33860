# global binds the module's name from within a function.
count = 0


def bump(by=1):
    global count
    count += by
    return count


bump()
bump(5)
print(count)


def create():
    global made, other
    made, other = "made", "inside"


create()
print(made, other)
def remove():
    global other
    del other
remove()
other = "again"
print(other)
