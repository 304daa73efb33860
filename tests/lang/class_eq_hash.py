# Defining __eq__ takes __hash__ away.
# test: stderr=last
class C:
    def __eq__(self, o): return True


class D(C):
    def __hash__(self): return 1


class E:
    def __eq__(self, o): return True
    __hash__ = object.__hash__


print(C.__hash__, hash(D()), hash(E()) == object.__hash__(E()) or True, C() == 1, C() != 1)
hash(C())
