# None, True, False, Ellipsis and __debug__-free constants.
print(None, True, False, ...)
print(type(None), type(True), type(...))
print(True + True, True * 10, False == 0, True is not False)
print(None is None, None == 0, repr(Ellipsis), ... is Ellipsis)
