# An exception in finally while another one is under way.
def f():
    try:
        1 / 0
    finally:
        [][0]


f()
