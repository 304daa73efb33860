# Raw strings keep their backslashes.
print(r"\n\t\\", len(r"\n"))
print(R'a\'b')
print(r"C:\new\table")
print(repr(r"\d+"), repr(r"""\
x"""))
