# __set_name__ tells a descriptor its name.
class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, o, owner=None):
        return self if o is None else getattr(o, self.name, None)

    def __set__(self, o, value):
        print("set", self.name, value)
        setattr(o, self.name, value)

    def __delete__(self, o):
        print("delete", self.name)
        delattr(o, self.name)


class P:
    x = Field()
    y = Field()


p = P()
p.x = 1
p.y = 2
print(p.x, p.y, p.__dict__, P.x is P.__dict__["x"])
del p.x
print(p.x)
