# Who holds an object while its class's own __getattribute__ runs: the frame alone, where LOAD_ATTR is specialized for that.
import sys


class Unfit:
    @property
    def over(self):
        return 0

    def __getattr__(self, name):
        pass


class Counting:
    def __getattribute__(self, name):
        print(sys.getrefcount(self), end=" ")
        return 1


class Both(Counting):
    def __getattr__(self, name):
        return 2


MADE = """
def ask(o, times):
    for _ in range(times):
        o.over
"""
for times in range(14):
    exec(MADE)
    ask(Unfit(), times)
    ask(Counting(), 20)
    print(times)
exec(MADE)
ask(Both(), 3)
ask(Counting(), 8)
print()
Counting().method()
for o in Counting(), Both(), Counting(), Counting():
    o.over
print()
Counting.__getattr__ = lambda self, name: 3
ask(Counting(), 3)
