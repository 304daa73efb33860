# What start-up and compiling have left in the free lists is taken from there, and counts for nothing.
import gc

one = gc.get_count()[0]
two = gc.get_count()[0]
print(two - one)


def counted(n):
    before = gc.get_count()[0]
    made = [None] * n, (n,) * 4
    return gc.get_count()[0] - before


print([counted(n) for n in range(4)])
lists = [[] for _ in range(3)]
print(gc.get_count()[0] - two)
try:
    {}["missing"]
except KeyError as error:
    print(error, gc.get_count()[0] - two)


def made_again(n):
    """Is a tuple of n items made of the memory of one that has gone before?"""
    for _ in range(2):
        gone = tuple([n] * n)
        del gone
    before = gc.get_count()[0]
    again = tuple([n] * n)
    return gc.get_count()[0] == before


print([n for n in range(1, 24) if made_again(n)])
