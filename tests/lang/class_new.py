# __new__ and __init__.
class Singleton:
    only = None
    def __new__(cls, *args):
        print("new", args)
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only
    def __init__(self, *args):
        print("init", args)


class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")


print(Singleton(1) is Singleton(2), Other())
