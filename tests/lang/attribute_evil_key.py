"""A key of an instance's dict whose == deletes the attribute that is being looked up."""


class Evil:
    def __hash__(self):
        return hash("attr")

    def __eq__(self, other):
        try:
            del C.attr
            print("deleted")
        except AttributeError:
            pass
        return False


class Descriptor:
    def __get__(self, obj, type=None):
        return "from the descriptor"


class C:
    attr = Descriptor()


c = C()
c.__dict__[Evil()] = 0
print(c.attr)
print(hasattr(c, "attr"))


class D:
    def attr(self):
        return "from the method"


C = D
d = D()
d.__dict__[Evil()] = 0
print(d.attr())
print(hasattr(d, "attr"))
