"""Which line a frame was at when no except clause had taken its exception: that of the last clause."""


def other():
    try:
        5 / 0
    except TypeError as e:
        pass


def two():
    try:
        5 / 0
    except TypeError:
        pass
    except KeyError:
        pass


def loop():
    for i in [1]:
        try:
            5 / 0
        except (TypeError,
                KeyError):
            continue


def nested():
    try:
        try:
            5 / 0
        except TypeError:
            pass
    except KeyError:
        pass
    else:
        pass


def renewed():
    try:
        5 / 0
    except ZeroDivisionError as e:
        raise


def star():
    try:
        5 / 0
    except* TypeError:
        pass


def last():
    try:
        5 / 0
    finally:
        x = 1


for f in (other, two, loop, nested, renewed, star, last):
    try:
        f()
    except Exception as e:
        t = e.__traceback__
    while t:
        line = t.tb_frame.f_lineno
        print(f.__name__, t.tb_lineno - f.__code__.co_firstlineno, line and line - f.__code__.co_firstlineno)
        t = t.tb_next
