# __get__ of a descriptor's class is called with (descriptor, instance, owner); nothing binds it.
class Gate:
    def __call__(self, *args):
        return [type(a).__name__ for a in args]


class Through:
    __get__ = Gate()


class Fixed:
    __get__ = staticmethod(lambda *args: len(args))


class Selfish:
    pass


selfish = Selfish()
Selfish.__get__ = selfish


class Holder:
    a = Through()
    b = Fixed()
    c = selfish


print(Holder().a, Holder.a)
print(Holder().b, Holder.b)
try:
    Holder().c
except TypeError as e:
    print(e)


class Endless:
    pass


Endless.__repr__ = Endless.__str__
try:
    str(Endless())
except RecursionError as e:
    print("recursion")
del Selfish.__get__
print(Holder().c is selfish)
