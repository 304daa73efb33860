# __del__ runs when the last reference goes.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


a = Noisy("a")
b = a
del a
print("still there")
b = Noisy("b")
print("rebound")
Noisy("temporary")
print("end")
