# raise, raise from, and exceptions that are classes of one's own.
class Own(Exception):
    pass


try:
    raise Own("message", 5)
except Own as error:
    print(error, error.args, repr(error))
try:
    try:
        [][1]
    except IndexError as error:
        raise Own("outer") from error
except Own as error:
    print(repr(error.__cause__))
try:
    raise Own
except Exception as error:
    print(repr(error), isinstance(error, Own))
