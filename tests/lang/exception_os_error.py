# OSError: errno chooses the class.
for args in ((2, "No such file"), (2, "No such file", "a.txt"), (13, "denied", "a", None, "b"), (9999, "odd"),
             ("text",), (), (17, "there", b"x"), (1, 2, 3, 4, 5, 6)):
    e = OSError(*args)
    print(type(e).__name__, str(e), e.args, e.errno, e.strerror, e.filename, e.filename2)
print(isinstance(FileNotFoundError(), OSError), issubclass(BrokenPipeError, ConnectionError), IOError is OSError)
try:
    raise PermissionError(13, "not allowed", "secret.txt")
except OSError as error:
    print(repr(error), error)
