# A chain of three.
try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["k"]
except KeyError as error:
    raise TypeError("third") from error
