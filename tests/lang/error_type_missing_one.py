# A call with one argument missing.
def greet(name):
    return name


greet()
