# Defaults that are constants are one constant tuple, which equal ones share.
def one(x, y=3.25):
    return x


def two(x=1000, *, y=2000):
    return x


def variable(x=[], y=7000):
    return x


same_tuple = (3.25,)
item = 3.25
named = 2000
beside = 7000


def rebound(x, y=b"raw default"):
    return x


def rebound():
    return b"raw default"


returned = rebound()
