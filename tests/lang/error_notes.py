# Notes are printed below the exception.
try:
    int("x")
except ValueError as error:
    error.add_note("first note")
    error.add_note("second\nnote")
    raise
