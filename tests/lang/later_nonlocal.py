# nonlocal binds a name of the function around.
def counter():
    n = 0

    def bump():
        nonlocal n
        n += 1
        return n
    return bump


a, b = counter(), counter()
print(a(), a(), b(), a())
