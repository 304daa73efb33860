class Stand:
    def __mro_entries__(self, bases):
        print("asked", bases)
        return (int, Mixin)
    def __repr__(self):
        return "a stand-in"
class Mixin:
    pass
class C(Stand()):
    pass
print(C.__mro__, C.__orig_bases__, C.__bases__)
class Nothing:
    def __mro_entries__(self, bases):
        return ()
class D(Nothing(), Mixin):
    pass
print(D.__bases__, "__orig_bases__" in vars(D))
class Wrong:
    def __mro_entries__(self, bases):
        return [int]
try:
    class E(Wrong()):
        pass
except TypeError as e:
    print(e)
try:
    class F(3):
        pass
except TypeError as e:
    print(e)
