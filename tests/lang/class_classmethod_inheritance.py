# Class methods receive the derived class; static ones nothing.
class A:
    @classmethod
    def make(cls, *a): return cls.__name__, a
    @staticmethod
    def plain(*a): return a


class B(A):
    @classmethod
    def make(cls, *a): return "B:", super().make(*a)


print(A.make(1), A().make(2), B.make(3), B().make(), A.plain(1), B().plain(2), A.__dict__["plain"](5))
print(A.make.__self__, A.make.__func__.__name__, type(A.__dict__["make"]).__name__)
