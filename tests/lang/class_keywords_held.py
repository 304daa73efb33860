"""Who holds the keywords of a class statement while its metaclass, __init_subclass__ and its body run."""
import gc
import sys


class Base:
    def __init_subclass__(cls, tag, **more):
        print(cls.__name__, sys.getrefcount(tag), sorted(more))


class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        print(name, sys.getrefcount(keywords["tag"]) if keywords else 0)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, *args, **keywords):
        super().__init__(*args)


tag = []


class One(Base, tag=tag):
    print("body", sys.getrefcount(tag))


class Two(Base, other=1, tag=tag):
    print("body", sys.getrefcount(tag))


class Three(metaclass=Meta, tag=tag):
    print("body", sys.getrefcount(tag))


class Four(metaclass=Meta):
    pass


print(sys.getrefcount(tag))
gc.collect()
before = gc.get_count()[0]


class Five(Base, tag=tag):
    pass


print(gc.get_count()[0] - before)


class Six(Base, tag=tag):
    pass


print(gc.get_count()[0] - before)
