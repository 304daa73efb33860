# __getattr__ is asked when nothing else is found.
class C:
    x = 1

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(name)
        return "made " + name


c = C()
c.y = 2
print(c.x, c.y, c.z, hasattr(c, "no"), getattr(c, "nope", "default"))
