# Objects go with the container that held them.
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


x = [N(1), N(2)]
y = N(3)
y.child = N(4)
del y
x.pop(0)
x = None
def f():
    a, b = N(5), N(6)
    return "done"
print(f())
z = N(7)
