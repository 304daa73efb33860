# __getattribute__ sees every access.
class C:
    def __init__(self):
        self.a = 1

    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)

    def f(self):
        return self.a


c = C()
print(c.f(), c.a)
