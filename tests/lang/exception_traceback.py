# __traceback__ leads through the frames.
def inner():
    return [][1]


def outer():
    return inner()


try:
    outer()
except IndexError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno > 0)
        tb = tb.tb_next
    e = error
print(e.with_traceback(None) is e, e.__traceback__)
try:
    e.__traceback__ = 5
except TypeError as error:
    print(error)
