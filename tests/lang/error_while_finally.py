# A finally that prints while an exception leaves a loop.
def f(items):
    for item in items:
        try:
            print(10 // item)
        finally:
            print("done", item)


f([5, 0, 2])
