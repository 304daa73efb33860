# __setattr__ and __delattr__.
class C:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


c = C()
c.x = 1
c.x += 2
print(c.x, vars(c))
del c.x
print(vars(c))
