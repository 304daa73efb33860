# An attribute that does not end on its first line stands at its name, and so does a call of it.
def wrong(x):
    return [x,
            (1,
             2)].nope


try:
    wrong(1)
except AttributeError as error:
    print(error)
text = "abc"
(text
    .upper()
    .index(
        "q"))
