class A:
    __match_args__ = ("x",)
    x = 1


class B:
    __match_args__ = ["x"]
    x = 1


class C:
    __match_args__ = ("x", 5)
    x = 1


class D:
    pass


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def too_many():
    match A():
        case A(1, 2, 3):
            return True


def list_args():
    match B():
        case B(1):
            return True


def int_name():
    match C():
        case C(1, 2):
            return True


def no_args():
    match D():
        case D(1):
            return True


def twice():
    match A():
        case A(1, x=1):
            return True


def int_two():
    match 5:
        case int(1, 2):
            return True


def not_class():
    f = len
    match 5:
        case f():
            return True


def raising():
    class E:
        @property
        def y(self):
            raise ValueError("no y today")

    match E():
        case E(y=1):
            return True


for f in (too_many, list_args, int_name, no_args, twice, int_two, not_class, raising):
    attempt(f)
