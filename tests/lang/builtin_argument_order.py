# Which of several wrong arguments is complained about.
def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


class Both:
    def __index__(self):
        raise ValueError("index")

    def __iter__(self):
        raise KeyError("iter")


class Index:
    def __index__(self):
        return 2


for subject in (b"abc", bytearray(b"abc")):
    for name in ("find", "rfind", "index", "rindex", "count"):
        method = getattr(subject, name)
        attempt(method, 1.5, 2j)
        attempt(method, 300, "a")
        attempt(method, 300)
        attempt(method, Both())
attempt(int.from_bytes, Both())
attempt(int.from_bytes, Index())
attempt(int.from_bytes, "a", "big")
attempt(int.from_bytes, [1, 2], "big")
attempt(b"".decode, "nope")
attempt(b"a".decode, "nope")
attempt(str, b"", "nope")
for subject in (None, [], object, range(3), 5, 1.5, "a", ValueError()):
    attempt(subject.__format__ if not isinstance(subject, type) else subject().__format__, None)
attempt(None.__eq__, None)
attempt(None.__ne__, 3)
attempt(None.__lt__, None)
attempt(memoryview(b"a").__exit__, x=1)
attempt(property().__set_name__, 1, x=2)
