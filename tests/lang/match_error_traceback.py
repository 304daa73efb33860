class P:
    __match_args__ = ("x",)


def f(value):
    match value:
        case 1:
            pass
        case P(1,
               2):
            pass


f(P())
