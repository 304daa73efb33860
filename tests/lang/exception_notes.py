# add_note and __notes__.
e = ValueError("v")
print(hasattr(e, "__notes__"))
e.add_note("a")
e.add_note("b")
print(e.__notes__, e.__dict__)
try:
    e.add_note(5)
except TypeError as error:
    print("refused")
