# Private names carry the class's name.
class A:
    __x = 1

    def __init__(self):
        self.__y = 2

    def get(self):
        return self.__x, self.__y


class B(A):
    def __init__(self):
        super().__init__()
        self.__y = 3


b = B()
print(b.get(), sorted(b.__dict__.items()), "_A__x" in A.__dict__)
