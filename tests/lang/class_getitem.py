# __class_getitem__ makes a class subscriptable.
class C:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


class M(type):
    def __getitem__(cls, i):
        return i * 2


class D(metaclass=M): pass
print(C[int], C[1, 2], D[21])
