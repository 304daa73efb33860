# What timeit takes for a statement, and what it refuses.
import gc
import timeit


def tell(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print(type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


for stmt, setup in (("return", "pass"), ("pass", "return"), ("", "pass"), ("break", "pass"), (5, "pass"), ("pass", 5),
                    ("for", "pass"), ("x = y", "y = 1"), (len, "pass"), ("if x:", "x = 1"), ("x", "x ="), ("continue", ""),
                    ("def f():\n    return 3\nf()", "pass"), ("nonlocal z", "pass")):
    tell(timeit.Timer, stmt, setup)

tell(timeit.timeit, "", number=3)
tell(timeit.timeit, "time.sleep; sys; gc", number=1)
tell(timeit.timeit, "no_such_name", number=1)
tell(timeit.timeit, "here()", number=1)
tell(timeit.timeit, "here()", number=1, globals={"here": lambda: 1})
print(len(timeit.repeat("x += 1", "x = 0", number=2, repeat=3)))
states = []
timeit.timeit(lambda: states.append(gc.isenabled()), number=2)
print(states, gc.isenabled())
gc.disable()
timeit.timeit("pass", number=1)
print(gc.isenabled())
