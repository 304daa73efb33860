# Which name was meant is sought along the traceback: where there is none, nothing is suggested.
import traceback


def lines(error):
    kind = type(error)
    yield traceback.format_exception_only(error)
    yield traceback.format_exception_only(kind, error)
    yield list(traceback.TracebackException(kind, error, None).format_exception_only())
    yield list(traceback.TracebackException(kind, error, error.__traceback__).format_exception_only())
    yield list(traceback.TracebackException.from_exception(error).format_exception_only())


def attempt(source):
    number = 1
    try:
        exec(source, {"numeral": number}, locals())
    except Exception as error:
        for line in lines(error):
            print(line)


attempt("numbr")
attempt("numera")
attempt("number.reel")
attempt("[].apend")
attempt("maths")
attempt("raise NameError('none', name='numeral')")
