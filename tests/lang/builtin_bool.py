# bool() and the type bool.
print(bool(), bool(0), bool("False"), bool([]), bool([0]), bool(None), bool(0.0), bool(-1))
print(True + 1, True * 3, sum([True, False, True]), -True, ~False, True / 2, True == 1.0)
print(True & False, True | False, True ^ True, type(True & True), True & 3, 6 | True)
print(isinstance(True, int), str(True), repr(False), int(True), float(False), "yes"[True], f"{True}")
