# finally runs when a function returns, breaks or continues.
def f():
    try:
        return "try"
    finally:
        print("finally")


def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
        finally:
            print("cleanup", i)
    return i


print(f(), g())
