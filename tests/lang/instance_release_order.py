# In which order an instance lets go of its attributes.


class Child:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, end="; ")


class Parent:
    pass


p = Parent()
p.a, p.b = Child(1), Child(2)
q = Parent()
q.b, q.a = Child(3), Child(4)
del q
print()
del p
print()
p = Parent()
p.b, p.a = Child(1), Child(2)
p.__dict__
del p
print()
p = Parent()
p.b, p.a = Child(1), Child(2)
p.__dict__.clear()
print()
p.b, p.a = Child(1), Child(2)
p.__dict__ = {}
print()
p = Parent()
p.b, p.a = Child(1), Child(2)
p.__dict__
p.__dict__ = {}
print()
p = Parent()
p.b, p.a = Child(1), Child(2)
del p.__dict__
print()


class Family:
    def __init__(self):
        self.zoe = Child("zoe")
        self.adam = Child("adam")
        self.mia = Child("mia")


f = Family()
del f
print()
f = Family()
d = f.__dict__
del f
print("kept", list(d))
del d
print()
f = Family()
f.zoe = Child("zoe 2")
print()
del f.mia
print()
del f
print()
