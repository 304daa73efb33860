# test: stderr=last
class A:
    __slots__ = ("x",)


A().x
