# raise of classes and instances, with arguments and without.
def attempt(f):
    try:
        f()
    except BaseException as error:
        print(repr(error), error.args, str(error) or "-")


def one():
    raise ValueError


def two():
    raise ValueError("a", 2)


def three():
    raise ValueError from KeyError


def four():
    raise 5


def five():
    raise int


def six():
    raise ValueError from 5


def seven():
    raise


for f in (one, two, three, four, five, six, seven):
    attempt(f)
