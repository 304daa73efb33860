# Each exception type of CPython's names an __init__ of its own; those made as BaseException is, a __new__.
for kind in (BaseException, Exception, ValueError, KeyError, OSError, FileNotFoundError, NameError,
             UnboundLocalError, SystemExit, UnicodeDecodeError, ExceptionGroup, StopIteration):
    print(kind.__name__, kind.__init__, kind.__new__.__qualname__, sorted(
        n for n in ("__init__", "__new__", "__str__", "__repr__") if n in kind.__dict__))
print(ValueError.__init__ is Exception.__init__, Exception.__init__ == BaseException.__init__)


class Mine(ValueError):
    def __init__(self, a):
        super().__init__(a, 2)


print(Mine(1).args, Mine.__new__ is ValueError.__new__, Mine.__str__)
