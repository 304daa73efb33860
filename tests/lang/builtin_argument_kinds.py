# Flags, indices and counts of arguments that are of the wrong kind.
def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


class Index:
    def __index__(self):
        raise ValueError("index")


for value in ("a", None, 2.5, 10**20, 1, 0, -3, True):
    attempt("a\nb\n".splitlines, value)
    attempt(b"a\nb\n".splitlines, value)
    attempt(bytearray(b"a\nb\n").splitlines, value)
for subject in (b"abc", bytearray(b"abc")):
    for value in (Index(), 97, 300, -1, 10**20, "a", 1.5):
        attempt(subject.__contains__, value)
for index in (10**20, "a", 1):
    attempt(bytearray(b"abc").insert, index, 1)
    attempt(bytearray(b"abc").pop, index)
view = memoryview(b"abcd")
for key in ((1, 2), (1,), (), ..., None, "a", (1, ...)):
    attempt(view.__getitem__, key)
group = ExceptionGroup("g", [ValueError(1)])
for method in (group.split, group.subgroup, group.derive):
    attempt(method)
    attempt(method, 1, 2)
    attempt(method, x=1)
