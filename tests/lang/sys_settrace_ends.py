"""Which lines a tracer is told of where a block ends: except*, with around a pass, break in a try."""
import sys
import traceback

told = []


def tracer(frame, event, arg):
    line = frame.f_lineno
    told.append(event[0] + str(line if line is None else line - frame.f_code.co_firstlineno))
    return tracer


def show(function):
    told.clear()
    sys.settrace(tracer)
    try:
        function()
    except Exception as error:
        told.append(type(error).__name__)
    finally:
        sys.settrace(None)
    print(function.__name__, *told)


class Manager:
    __enter__ = __exit__ = lambda self, *args: None


def all_taken():
    try:
        raise ExceptionGroup("a", [ValueError(1)])
    except* ValueError:
        pass
    return 1


def several():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        a = 1
    except* TypeError:
        b = 1
    else:
        c = 1
    finally:
        d = 1


def rest_goes_on():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        a = 1


def nothing_inside():
    with Manager():
        pass


def leaves_loop():
    for i in range(3):
        try:
            if i == 1:
                break
        finally:
            x = i
    return x


for function in all_taken, several, rest_goes_on, nothing_inside, leaves_loop:
    show(function)
try:
    rest_goes_on()
except ExceptionGroup:
    traceback.print_exc()
