# dir() without an argument asks a mapping that is no plain dict for its keys.
class Names(dict):
    def keys(self):
        yield "z"
        yield "b"


print(eval("dir()", {}, Names(ignored=1)))
print(eval("dir()", {}, {"y": 1, "a": 2}))


class Wrong(dict):
    keys = None


try:
    eval("dir()", {}, Wrong())
except TypeError as e:
    print(e)
